import { Link } from 'wouter';
import { PageHead } from '../parts/page-head.tsx';
import { useWords } from '../words/use-words.tsx';

/** An address that is no page's, or the page of something that is gone. */
export function NotFoundPage() {
  const words = useWords();
  return (
    <>
      <PageHead title={words('notFound.title')} note={words('notFound.text')} />
      <Link href="/">{words('notFound.home')}</Link>
    </>
  );
}
