import './theme/kit.css';
import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';
import { firstDictionary } from './words/use-words.tsx';

const root = document.querySelector('#root');
if (!root) throw new Error('the document has no #root');
createRoot(root).render(<App dictionary={await firstDictionary()} />);
