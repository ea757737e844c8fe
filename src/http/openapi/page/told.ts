/**
 * A part of the page's script: it tells what the viewer does not tell whoever cannot see it (WCAG 2.2, 4.1.2), whenever something of it
 * is shown anew. Buttons with a picture alone and fields get names; what looks like a list to choose from and is none is a field; answers
 * are groups and no landmarks of one name; lists that scroll can be reached; and behind its client, which is a dialog, the page is out of reach.
 */
export const TOLD = `
const told = [
  ['button.scalar-code-copy:not([aria-label])', (button) => button.setAttribute('aria-label', 'Copy')],
  ['button.hover\\\\:text-c-2:not([aria-label])', (button) => {
    if (!button.textContent.trim()) button.setAttribute('aria-label', 'About this way to sign in');
  }],
  ['.cm-content:not([aria-label])', (editor) => editor.setAttribute('aria-label', 'Content')],
  ['ul[aria-label$=" endpoints"]:not([tabindex])', (list) => list.setAttribute('tabindex', '0')],
  ['.scalar-client section[aria-label^=Notifications]', (second) => second.removeAttribute('aria-label')],
  ['.scalar-client button[aria-controls]', (button) => {
    if (!document.getElementById(button.getAttribute('aria-controls'))) button.removeAttribute('aria-controls');
  }],
  ['button[role=none]', (button) => button.removeAttribute('role')],
  ['input[role=combobox]:not([aria-expanded])', (input) => input.setAttribute('aria-expanded', 'true')],
  ['.response-card[role=region]', (card) => card.setAttribute('role', 'group')],
  ['.code-input-lite__editor[role=combobox]', (field) => {
    const label = document.querySelector('label[for="' + field.parentElement.id + '"]');
    field.setAttribute('role', 'textbox');
    if (!field.hasAttribute('aria-label')) field.setAttribute('aria-label', label?.textContent || field.dataset.placeholder || 'Value');
  }],
];
new MutationObserver(() => {
  for (const [found, tell] of told) document.querySelectorAll(found).forEach(tell);
  const behind = document.querySelector('.references-rendered');
  if (behind) behind.inert = document.querySelector('.scalar-client--open') !== null;
}).observe(document.body, { childList: true, subtree: true, attributes: true, attributeFilter: ['class'] });
`.trim();
