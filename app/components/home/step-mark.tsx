/** A step's circle: ticked when it is done, dashed while it is to do. */
export function StepMark({ isDone }: { isDone: boolean }) {
  return (
    <svg
      className="bf-step"
      width="20"
      height="20"
      viewBox="0 0 20 20"
      fill="none"
      role="img"
      aria-label={isDone ? "Done" : "To do"}
    >
      {isDone ? (
        <>
          <circle cx="10" cy="10" r="9" fill="var(--p-color-bg-fill-success)" />
          <path d="m6 10.2 2.8 2.8 5.2-6" stroke="#fff" strokeWidth="1.8" strokeLinecap="round" />
        </>
      ) : (
        <circle
          cx="10"
          cy="10"
          r="8.25"
          stroke="var(--p-color-border-tertiary)"
          strokeWidth="1.5"
          strokeDasharray="3.2 2.6"
        />
      )}
    </svg>
  );
}
