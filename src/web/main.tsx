import './theme/kit.css';
import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';
import { beginMe } from './service/me.ts';
import { firstDictionary } from './words/use-words.tsx';

const place = document.querySelector('#root');
if (!place) throw new Error('the document has no #root');
const root = createRoot(place);
// All that the first sight needs is asked for at once, and not one thing after the other.
void beginMe();
// Nothing may be awaited at the top: the texts come in files that wait for this one.
void firstDictionary().then((dictionary) => root.render(<App dictionary={dictionary} />));
