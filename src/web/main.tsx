import './theme/kit.css';
import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';
import { beginMe } from './service/me.ts';
import { firstDictionary } from './words/use-words.tsx';

const root = document.querySelector('#root');
if (!root) throw new Error('the document has no #root');
// All that the first sight needs is asked for at once, and not one thing after the other.
void beginMe();
import('./shell/shell.tsx').catch(() => undefined);
createRoot(root).render(<App dictionary={await firstDictionary()} />);
