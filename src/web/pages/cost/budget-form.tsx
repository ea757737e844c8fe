import { TextInput } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { BusyButton } from '../../parts/busy-button.tsx';
import { useNotices } from '../../parts/notices.tsx';
import { changeBudget } from '../../service/cost.ts';
import { may, useMe } from '../../service/me.ts';
import { useWords } from '../../words/use-words.tsx';
import styles from './cost.module.css';

/** What is to be spent in a month; empty for no budget. */
export function BudgetForm({ budget }: { readonly budget: number }) {
  const words = useWords();
  const me = useMe();
  const notices = useNotices();
  const [text, setText] = useState(budget === 0 ? '' : String(budget));
  const [busy, setBusy] = useState(false);
  const amount = Number(text.trim().replace(',', '.'));
  const wrong = text.trim() !== '' && !(amount > 0 && amount <= 1_000_000);
  const save = async (event: FormEvent) => {
    event.preventDefault();
    if (wrong) return;
    setBusy(true);
    try {
      await changeBudget(text.trim() === '' ? 0 : amount);
      notices.told(words('cost.saved'));
    } catch (refused) {
      notices.failed(refused);
    } finally {
      setBusy(false);
    }
  };
  const allowed = may(me, 'users.write');
  return (
    <form className={styles['form']} onSubmit={(event) => void save(event)}>
      <TextInput
        label={words('cost.budgetField')}
        inputMode="decimal"
        value={text}
        readOnly={!allowed}
        error={wrong ? words('cost.noAmount') : undefined}
        onChange={({ currentTarget: { value } }) => setText(value)}
      />
      {allowed && (
        <BusyButton type="submit" busy={busy}>
          {words('cost.save')}
        </BusyButton>
      )}
    </form>
  );
}
