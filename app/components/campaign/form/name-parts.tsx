type Part = { field: string; label: string; value: string };

/** A name taken apart: what each part is, and what it says. */
export function NameParts({ parts }: { parts: readonly Part[] }) {
  return (
    <dl className="bf-pair">
      {parts.map(({ field, label, value }) => (
        <PartPair key={field} label={label} value={value} />
      ))}
    </dl>
  );
}

function PartPair({ label, value }: { label: string; value: string }) {
  return (
    <>
      <dt>{label.charAt(0).toUpperCase() + label.slice(1)}</dt>
      <dd>{value}</dd>
    </>
  );
}
