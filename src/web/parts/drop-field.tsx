import { useId, useRef, useState, type DragEvent } from 'react';
import { BusyButton } from './busy-button.tsx';
import { Icon } from './icon.tsx';
import styles from './drop-field.module.css';

interface DropFieldProps {
  readonly label: string;
  readonly help: string;
  readonly button: string;
  readonly accept: string;
  readonly multiple?: boolean;
  readonly disabled?: boolean;
  /** True while what was given is on its way; meanwhile nothing else is taken. */
  readonly busy?: boolean;
  readonly onFiles: (files: readonly File[]) => void;
}

/** A place to drop files, or to choose them by a button. */
export function DropField({
  label,
  help,
  button,
  accept,
  multiple = false,
  disabled = false,
  busy = false,
  onFiles,
}: DropFieldProps) {
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    const files = [...event.dataTransfer.files];
    if (!disabled && !busy && files.length > 0) onFiles(multiple ? files : files.slice(0, 1));
  };
  return (
    <div
      className={styles['drop']}
      data-over={over || undefined}
      onDragOver={(event) => (event.preventDefault(), setOver(true))}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <span className={styles['icon']}>
        <Icon name="upload" size={22} />
      </span>
      <label htmlFor={id} className={styles['label']}>
        {label}
      </label>
      <span className={styles['help']}>{help}</span>
      <BusyButton
        variant="default"
        size="sm"
        busy={busy}
        disabled={disabled}
        onClick={() => input.current?.click()}
      >
        {button}
      </BusyButton>
      <input
        ref={input}
        id={id}
        type="file"
        className={styles['input']}
        accept={accept}
        multiple={multiple}
        disabled={disabled || busy}
        tabIndex={-1}
        onChange={({ currentTarget }) => {
          onFiles([...(currentTarget.files ?? [])]);
          currentTarget.value = '';
        }}
      />
    </div>
  );
}
