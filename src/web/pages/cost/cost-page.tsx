import { datesOf } from '../../format/dates.ts';
import { OnItsWay } from '../../parts/loading.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { ProblemBox } from '../../parts/problem-box.tsx';
import { Section } from '../../parts/section.tsx';
import { useCost, type ShownCost } from '../../service/cost.ts';
import { may, useMe } from '../../service/me.ts';
import { useQuantities } from '../../words/use-quantities.ts';
import { useWords } from '../../words/use-words.tsx';
import { BudgetForm } from './budget-form.tsx';
import styles from './cost.module.css';

/** What this month has cost so far, what made it up, and what is to be spent at most. */
export function CostPage() {
  const words = useWords();
  const me = useMe();
  const { data, error, refetch } = useCost();
  return (
    <>
      <PageHead title={words('menu.cost')} note={words('cost.note')} />
      {error && !data && <ProblemBox error={error} retry={() => void refetch()} />}
      {!error && data === undefined && <OnItsWay />}
      {data && (
        <div className={styles['page']}>
          <Spent cost={data} />
          <Section title={words('cost.madeUp')}>
            {data.kinds.length === 0 ? (
              <p className={styles['none']}>{words('cost.nothing')}</p>
            ) : (
              <Kinds cost={data} />
            )}
          </Section>
          {may(me, 'users.read') && (
            <Section title={words('cost.budget')} note={words('cost.budgetHelp')}>
              <BudgetForm budget={data.budget} />
            </Section>
          )}
        </div>
      )}
    </>
  );
}

/** The sum, and how much of the budget that is. */
function Spent({ cost: { month, dollars, budget, pricesOf, plan } }: { readonly cost: ShownCost }) {
  const words = useWords();
  const { dollars: shown, number } = useQuantities();
  const dates = datesOf(words.language, 'UTC');
  const name = new Intl.DateTimeFormat(words.language, { month: 'long', year: 'numeric', timeZone: 'UTC' });
  const percent = budget === 0 ? null : (dollars / budget) * 100;
  return (
    <section className={styles['spent']}>
      <p className={styles['month']}>{name.format(new Date(`${month}-01T00:00:00Z`))}</p>
      <p className={styles['sum']}>{shown(dollars)}</p>
      {percent !== null && (
        <>
          <div className={styles['bar']} data-over={percent >= 100 || undefined} aria-hidden="true">
            <span style={{ width: `${Math.min(100, percent)}%` }} />
          </div>
          <p>{words('cost.ofBudget', { percent: number(percent), budget: shown(budget) })}</p>
        </>
      )}
      <p className={styles['fine']}>
        {words('cost.prices', {
          date: dates.day(Date.parse(pricesOf)),
          plan: plan.name,
          fee: shown(plan.dollars),
        })}
      </p>
    </section>
  );
}

/** Every kind of work with its items; one that was free has none. */
function Kinds({ cost }: { readonly cost: ShownCost }) {
  const words = useWords();
  const { dollars, number } = useQuantities();
  return (
    <div className={styles['scroll']}>
      <table className={styles['kinds']}>
        <thead>
          <tr>
            <th scope="col">{words('cost.item')}</th>
            <th scope="col">{words('cost.amount')}</th>
            <th scope="col">{words('cost.dollars')}</th>
          </tr>
        </thead>
        {cost.kinds.map(({ kind, dollars: sum, items }) => (
          <tbody key={kind}>
            <tr className={styles['kind']}>
              <th scope="rowgroup" colSpan={2}>
                {words(`cost.kind.${kind}`)}
              </th>
              <td>{dollars(sum)}</td>
            </tr>
            {items.map(({ item, amount, dollars: price }) => (
              <tr key={item}>
                <th scope="row">{words.named(`cost.item.${item}`, item)}</th>
                <td>{amount < 1 ? amount.toFixed(3) : number(amount)}</td>
                <td>{dollars(price)}</td>
              </tr>
            ))}
          </tbody>
        ))}
      </table>
    </div>
  );
}
