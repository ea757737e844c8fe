import { Component, type ReactNode } from 'react';
import { PageHead } from '../parts/page-head.tsx';
import { ProblemBox } from '../parts/problem-box.tsx';
import { useWords } from '../words/use-words.tsx';

interface PageBoundaryProps {
  /** Where the reader is: who goes elsewhere gets away from what failed. */
  readonly path: string;
  readonly children: ReactNode;
}
interface Failed {
  readonly error: unknown;
  readonly path: string;
}

/** Keeps a page that cannot be shown, such as one whose files a deployment has replaced, from taking the whole application with it. */
export class PageBoundary extends Component<PageBoundaryProps, { readonly failed: Failed | null }> {
  override state = { failed: null as Failed | null };
  static getDerivedStateFromError(error: unknown) {
    return { failed: { error, path: '' } };
  }
  static getDerivedStateFromProps({ path }: PageBoundaryProps, { failed }: { failed: Failed | null }) {
    if (!failed) return null;
    if (failed.path === '') return { failed: { ...failed, path } };
    return failed.path === path ? null : { failed: null };
  }
  override render() {
    const { failed } = this.state;
    return failed ? <FailedPage error={failed.error} /> : this.props.children;
  }
}

function FailedPage({ error }: { readonly error: unknown }) {
  const words = useWords();
  return (
    <>
      <PageHead title={words('error.title')} />
      <ProblemBox error={error} retry={() => location.reload()} />
    </>
  );
}
