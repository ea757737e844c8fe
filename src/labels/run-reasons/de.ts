import type { KeptReason } from './kept.ts';

/** What a page says in the place of a kept reason, in German. */
export const DE_REASONS: Readonly<Record<KeptReason, string>> = {
  'no-certificate':
    'Es ist kein Zertifikat hinterlegt: Laden Sie eines hoch, und starten Sie den Export erneut.',
  'certificate-over':
    'Das hinterlegte Zertifikat ist am {until} abgelaufen: Laden Sie ein gültiges hoch, und starten Sie den Export erneut.',
  'certificate-early':
    'Das hinterlegte Zertifikat ist erst ab {from} gültig: Laden Sie ein gültiges hoch, und starten Sie den Export erneut.',
  'split-too-small':
    'Die Größe der Teildateien ist zu klein für {bytes} Bytes an Datensätzen: Höchstens {volumes} Dateien werden geschrieben. Wählen Sie mindestens {least}.',
  'record-gone':
    'Der Text des Datensatzes „{id}“ ({kind}) fehlt: Importieren Sie ihn erneut, und starten Sie dann den Export erneut.',
  'snapshot-gone':
    'Die Datensätze, die dieser Lauf las, waren nicht mehr da, als er weiterging, wie oft er auch begann. Verloren ist nichts: Starten Sie den Export erneut.',
  'source-replaced':
    'Die Datensätze sind umgezogen, während dieser Lauf im Gange war: Starten Sie den Export erneut.',
  'same-fault': 'Der Export ist immer wieder auf denselben Fehler gestoßen: {fault}.',
  'no-further':
    'Der Export kam zwei Stunden lang nicht weiter, in denen er immer wieder versucht wurde: {fault}. Starten Sie ihn erneut, wenn das vorüber ist.',
  'never-ended':
    'Abschnitt {slice} wurde {times} Mal begonnen und kam nie zum Ende: Sagen Sie es dem Betreiber des Dienstes.',
  skipped: 'Übersprungen: Lauf {run} dieses Auftrags war noch im Gange, als dieser Start fällig war.',
  split: 'Das Archiv wurde bei {bytes} Bytes geteilt, der größten Datei, die jedes Werkzeug entschlüsselt.',
  fault: '{words} ({code})',
};

/** What a fault is called, in German, by the code that stands behind its words. */
export const DE_FAULTS = {
  'r2-unavailable': 'R2 antwortete nicht',
  'r2-10007': 'R2 hat eine Datei nicht behalten, die dieser Lauf geschrieben hat',
  'r2-10011': 'R2 wies einen Teil einer Datei als zu klein zurück',
  'r2-10024': 'R2 hat das Hochladen einer Datei vergessen',
  'r2-10025': 'R2 erkannte einen Teil einer Datei nicht wieder',
  'r2-10048': 'R2 wies die Teile einer Datei ihrer Größe wegen zurück',
  'r2-other': 'R2 wies einen Aufruf zurück',
  'd1-overloaded': 'D1 hatte zu viel zu tun',
  'd1-reset': 'D1 wurde während des Laufs neu gestartet',
  'd1-network': 'die Verbindung zu D1 ging verloren',
  'd1-full': 'D1 ist voll',
  'd1-sql': 'D1 wies eine Anweisung zurück',
  'd1-other': 'D1 antwortete nicht',
  'object-overloaded': 'das eigene Objekt des Auftrags hatte zu viel zu tun',
  'object-reset': 'das eigene Objekt des Auftrags wurde während des Laufs neu gestartet',
  queue: 'die Warteschlange nahm keine Nachricht an',
  platform: 'die Plattform hatte einen eigenen Fehler',
  network: 'eine Verbindung ging verloren',
  timeout: 'ein Aufruf dauerte zu lange',
  aborted: 'ein Aufruf wurde abgebrochen',
  limits: 'ein Schritt brauchte mehr, als die Plattform einem gibt',
  'lease-lost': 'ein anderer Verbraucher hatte übernommen',
  'volume-spoiled': 'eine Datei ließ sich nicht fertigstellen',
  'snapshot-gone': 'was der Lauf las, war nicht mehr da',
  'run-failure': 'der Lauf kann nicht gelingen',
  'record-unreadable': 'ein Datensatz ließ sich nicht lesen',
  shape: 'was gelesen wurde, hatte nicht die nötige Form',
  defect: 'der Dienst hat einen Fehler',
  unknown: 'das Protokoll des Dienstes sagt, woher es kam',
} as const satisfies Readonly<Record<string, string>>;
