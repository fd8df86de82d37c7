/** What a person sees while nothing answers behind the tunnel; it asks again by itself. */
export function startingPage(): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="refresh" content="2">
<title>The app is starting</title>
<style>
  body { font: 15px/1.5 system-ui, sans-serif; color: #303030; background: #f1f1f1; margin: 0;
    min-height: 100vh; display: grid; place-items: center; }
  main { text-align: center; padding: 2rem; max-width: 26rem; }
  h1 { font-size: 1.25rem; margin: 1rem 0 .25rem; }
  p { margin: 0; color: #616161; }
  .spinner { width: 2rem; height: 2rem; margin: auto; border-radius: 50%; border: 3px solid #d4d4d4;
    border-top-color: #303030; animation: turn 1s linear infinite; }
  @keyframes turn { to { transform: rotate(1turn); } }
  @media (prefers-reduced-motion: reduce) { .spinner { animation-duration: 4s; } }
</style>
</head>
<body>
<main>
  <div class="spinner" role="status" aria-label="Waiting"></div>
  <h1>The app is starting</h1>
  <p>Nothing answers behind the tunnel yet. This page tries again every two seconds.</p>
</main>
</body>
</html>`;
}
