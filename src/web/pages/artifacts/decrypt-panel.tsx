import { SegmentedControl } from '@mantine/core';
import '@mantine/core/styles/SegmentedControl.layer.css';
import '@mantine/core/styles/FloatingIndicator.layer.css';
import { useEffect, useState } from 'react';
import { CopyButton } from '../../parts/copy-button.tsx';
import { SidePanel } from '../../parts/side-panel.tsx';
import { keep } from '../../service/kept.ts';
import type { FileRow } from '../../service/lists.ts';
import { useWords } from '../../words/use-words.tsx';
import { checksums, commandsFor, type Tool } from './volumes.ts';
import styles from './artifacts.module.css';

const TOOLS: readonly Tool[] = ['openssl', 'udm', 'powershell'];

/** How exactly these files are opened, and how it is seen that they came whole. */
export function DecryptPanel({
  files,
  onClose,
}: {
  readonly files: readonly FileRow[];
  readonly onClose: () => void;
}) {
  const words = useWords();
  const [tool, setTool] = useState<Tool>('openssl');
  // Home's checklist ticks this step: no answer of the service tells that somebody has seen it.
  useEffect(() => keep('opened', '1'), []);
  const names = files.map(({ name }) => name);
  const subjects = [
    ...new Set(files.flatMap(({ certificates }) => certificates.map(({ subject }) => subject))),
  ];
  return (
    <SidePanel title={words('decrypt.title')} width={640} onClose={onClose}>
      <div className={styles['panel']}>
        {subjects.length > 0 && <p>{words('decrypt.key', { subject: subjects.join('; ') })}</p>}
        <SegmentedControl
          aria-label={words('decrypt.tool')}
          value={tool}
          onChange={(value) => setTool(TOOLS.find((one) => one === value) ?? 'openssl')}
          data={TOOLS.map((value) => ({ value, label: words(`decrypt.${value}`) }))}
        />
        <Code label={words('decrypt.command')} text={commandsFor(tool, names)} />
        {names.length > 1 && <p>{words('decrypt.set')}</p>}
        <Code label={words('artifacts.sha256')} text={checksums(files)} />
        <p>{words('decrypt.recipient')}</p>
      </div>
    </SidePanel>
  );
}

function Code({ label, text }: { readonly label: string; readonly text: string }) {
  const words = useWords();
  return (
    <section>
      <h2 className={styles['label']}>
        {label}
        <CopyButton text={text} label={words('app.copy', { name: label })} />
      </h2>
      <pre className={styles['code']} tabIndex={0}>
        {text}
      </pre>
    </section>
  );
}
