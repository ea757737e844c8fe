import { PageHead } from '../../parts/page-head.tsx';
import { useWords } from '../../words/use-words.tsx';

/** What runs, what failed, what comes next. */
export function HomePage() {
  const words = useWords();
  return <PageHead title={words('menu.home')} />;
}
