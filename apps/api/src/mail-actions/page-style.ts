/** The whole style of the pages behind links from mails; its hash stands in their content security policy. */
export const PAGE_STYLE = `
:root { color-scheme: light dark; --ink: #29261f; --soft: #6d675b; --paper: #fff; --ground: #f4f2ee; --line: #8f897c;
  --accent: #3d4fb8; --on-accent: #fff; --bad: #a3261b; }
@media (prefers-color-scheme: dark) { :root { --ink: #ece8df; --soft: #a8a192; --paper: #23211c; --ground: #171612;
  --line: #7d786c; --accent: #aab6ff; --on-accent: #171612; --bad: #ff9d92; } }
* { box-sizing: border-box; }
body { margin: 0; min-height: 100vh; padding: 1rem; display: grid; place-items: center; background: var(--ground);
  color: var(--ink); font: 1.0625rem/1.5 system-ui, sans-serif; }
main { width: 100%; max-width: 28rem; padding: 2rem 1.5rem; background: var(--paper); border-radius: 1rem;
  box-shadow: 0 1px 3px rgb(0 0 0 / .15), 0 8px 32px rgb(0 0 0 / .08); overflow-wrap: anywhere; }
.brand { margin: 0 0 1.25rem; font-weight: 600; letter-spacing: .02em; color: var(--accent); }
h1 { margin: 0 0 .75rem; font-size: 1.5rem; line-height: 1.25; }
p { margin: 0 0 1rem; }
form { margin: 1.5rem 0 0; }
label { display: block; margin: 0 0 .375rem; font-weight: 600; }
input, textarea { width: 100%; margin: 0 0 1rem; padding: .75rem; border: 1px solid var(--line); border-radius: .5rem;
  background: var(--paper); color: inherit; font: inherit; }
fieldset { margin: 0 0 1rem; padding: 0; border: 0; }
legend { padding: 0; margin: 0 0 .375rem; font-weight: 600; }
.choice { display: flex; gap: .75rem; align-items: center; margin: 0; padding: .625rem 0; font-weight: 400;
  border-bottom: 1px solid var(--line); }
.choice input { width: 1.25rem; height: 1.25rem; flex: none; margin: 0; accent-color: var(--accent); }
button { width: 100%; min-height: 3rem; padding: .75rem 1rem; border: 0; border-radius: .5rem;
  background: var(--accent); color: var(--on-accent); font: inherit; font-weight: 600; cursor: pointer; }
button:focus-visible, input:focus-visible, textarea:focus-visible, a:focus-visible { outline: 3px solid var(--accent);
  outline-offset: 2px; }
a { color: var(--accent); }
nav { display: flex; flex-wrap: wrap; gap: .5rem 1.5rem; margin: 1.5rem 0 0; padding: 1rem 0 0;
  border-top: 1px solid var(--line); }
nav a { padding: .25rem 0; }
.complaint { color: var(--bad); font-weight: 600; }
`;
