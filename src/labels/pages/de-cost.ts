import type { EN_COST } from './en-cost.ts';

/** What is said on the page of costs, in German; it comes with that page. */
export const DE_COST: Readonly<Record<keyof typeof EN_COST, string>> = {
  'cost.note': 'Was dieser Mandant verbraucht hat, zu den Listenpreisen der Plattform.',
  'cost.madeUp': 'Woraus es sich zusammensetzt',
  'cost.nothing': 'In diesem Monat wurde noch nichts verbraucht.',
  'cost.item': 'Was',
  'cost.amount': 'Menge',
  'cost.dollars': 'Preis',
  'cost.ofBudget': '{percent} % des Budgets von {budget}',
  'cost.prices':
    'Preise vom {date}, über das hinaus, was der Tarif enthält. Die Grundgebühr von {plan}, {fee} im Monat, fällt einmal für alle Mandanten an. Ruhende Datensätze sind nicht mitgezählt.',
  'cost.budget': 'Budget',
  'cost.budgetHelp':
    'Bei 80 % und bei 100 % erfahren es Administration und Webhooks, je einmal im Monat. Angehalten wird nichts.',
  'cost.budgetField': 'US-Dollar im Monat (leer: keines)',
  'cost.noAmount': 'Ein Budget ist ein Betrag über 0, zum Beispiel 20.',
  'cost.save': 'Budget speichern',
  'cost.saved': 'Das Budget ist gespeichert.',
  'cost.kind.runs': 'Exporte',
  'cost.kind.imports': 'Importe',
  'cost.kind.downloads': 'Downloads',
  'cost.kind.requests': 'Andere Anfragen',
  'cost.kind.files': 'Aufbewahrung exportierter Dateien',
  'cost.item.requests': 'Anfragen',
  'cost.item.cpuMs': 'Rechenzeit höchstens, Millisekunden',
  'cost.item.d1RowsRead': 'Gelesene Datenbankzeilen',
  'cost.item.d1RowsWritten': 'Geschriebene Datenbankzeilen',
  'cost.item.r2ClassA': 'Schreibzugriffe auf Speicher',
  'cost.item.r2ClassB': 'Lesezugriffe auf Speicher',
  'cost.item.r2StorageGB': 'GB, einen Monat aufbewahrt',
  'cost.item.queueOperations': 'Warteschlangen-Operationen',
  'cost.item.objectRequests': 'Aufrufe von Objekten',
  'cost.item.objectGBSeconds': 'Speicher von Objekten, GB-Sekunden',
  'cost.item.objectRowsWritten': 'Geschriebene Zeilen in Objekten',
};
