const DRAWING = `<svg xmlns="http://www.w3.org/2000/svg" width="240" height="170" viewBox="0 0 240 170" fill="none">
<ellipse cx="120" cy="150" rx="84" ry="8" fill="#e3e3e3"/>
<g transform="rotate(-8 120 90)">
<path d="M44 58a8 8 0 0 1 8-8h136a8 8 0 0 1 8 8v18a14 14 0 0 0 0 28v18a8 8 0 0 1-8 8H52a8 8 0 0 1-8-8v-18a14 14 0 0 0 0-28z" fill="#fff" stroke="#8a8a8a" stroke-width="3"/>
<path d="M150 56v68" stroke="#8a8a8a" stroke-width="3" stroke-dasharray="3 8" stroke-linecap="round"/>
<rect x="66" y="72" width="60" height="9" rx="4.5" fill="#303030"/>
<rect x="66" y="92" width="40" height="7" rx="3.5" fill="#b5b5b5"/>
<rect x="66" y="106" width="50" height="7" rx="3.5" fill="#b5b5b5"/>
<path d="m162 91 7 7 12-15" stroke="#29845a" stroke-width="5" stroke-linecap="round" stroke-linejoin="round"/>
</g></svg>`;

/** A ticket with a tick, as an image address of its own: nothing has to be fetched for it. */
export const emptyDrawing = `data:image/svg+xml,${encodeURIComponent(DRAWING)}`;
