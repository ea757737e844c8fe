import type { EN_PAGE_FAILURES } from './en-pages.ts';

/** The same in German. */
export const DE_PAGE_FAILURES: Readonly<Record<keyof typeof EN_PAGE_FAILURES, string>> = {
  'not-one-of': 'Was für {field} gewählt wurde, ist hier nicht bekannt; wählen Sie neu.',
  'not-taken': '{field} kann das nicht sein; wählen Sie neu.',
  'unstorable-text': '{field} enthält Zeichen, die sich nicht speichern lassen; tippen Sie es neu.',
  'not-a-date': '{field} muss ein Datum sein, etwa 2026-11-26.',
  'not-an-id': '{field} muss eine ganze Zahl ab 1 sein.',
  'foreign-cursor': 'Die Liste wurde inzwischen neu gefiltert: Laden Sie die Seite neu.',
  'too-many-names': 'Höchstens {max} auf einmal: Wählen Sie weniger aus.',
  'body-too-large': 'Höchstens {max} Bytes lassen sich auf einmal senden.',
  'body-cut-off': 'Die Verbindung brach ab; versuchen Sie es erneut.',
  'body-too-slow':
    'Die Verbindung war zu langsam: Es darf {seconds} Sekunden dauern. Versuchen Sie es erneut.',
  'unreadable-request': 'Der Dienst konnte das nicht lesen; laden Sie die Seite neu.',
  'unknown-path':
    'Der Dienst kennt das nicht: Er wurde vielleicht inzwischen ersetzt. Laden Sie die Seite neu.',
  'method-not-allowed':
    'Der Dienst tut das nicht: Er wurde vielleicht inzwischen ersetzt. Laden Sie die Seite neu.',
  'https-only': 'Dieser Dienst antwortet nur über https: Ändern Sie die Adresse.',
  'unknown-selection':
    'Was gezählt wurde, gilt zehn Minuten, und die sind vorbei: Schließen Sie das, und beginnen Sie neu.',
  'key-of-another': 'An dieser Stelle wurde zuvor etwas anderes gesendet; versuchen Sie es erneut.',
  'key-under-way': 'Das ist schon im Gange; sehen Sie gleich noch einmal nach.',
  'too-many-keys':
    'Das Contact-Center hat binnen eines Tages {max} Aufträge und Läufe angelegt; versuchen Sie es in {seconds} Sekunden erneut.',
  'no-token': 'Sie sind nicht angemeldet.',
  'not-a-bearer': 'Sie sind nicht angemeldet.',
  'token-expired': 'Ihre Sitzung ist beendet; melden Sie sich neu an.',
  'token-invalid': 'Ihre Sitzung ist beendet; melden Sie sich neu an.',
  'privilege-missing':
    'Dafür ist eine Rolle nötig, die Sie nicht haben: {role}. Bitten Sie Ihre Administration darum.',
  'caller-ended': 'Ihr Benutzer wurde gesperrt oder gelöscht; fragen Sie Ihre Administration.',
  'api-key-needed':
    'Ihr Contact-Center verlangt mit jeder Anfrage einen API-Schlüssel, auch mit denen dieser Seiten; fragen Sie Ihre Administration.',
  'second-factor-needed': 'Dieser Benutzer hat einen zweiten Faktor: Geben Sie auch einen Code davon ein.',
  'second-factor-first': 'Ihr Contact-Center verlangt einen zweiten Faktor: Richten Sie zuerst einen ein.',
  'session-needed': 'Dafür müssen Sie in diesem Browser angemeldet sein.',
  'foreign-origin':
    'Von dieser Adresse aus lässt sich nichts ändern: Öffnen Sie die Seiten unter der Adresse des Dienstes selbst.',
  'program-unknown':
    'Ein solches Programm ist hier nicht bekannt: Beginnen Sie im Programm neu, und sagen Sie es dessen Betreiber, wenn es so bleibt.',
  'redirect-unknown':
    'Das Programm will seine Antwort an einer Adresse, die es nicht eingetragen hat; dorthin wird nichts gesendet.',
  'response-type-unknown':
    'Das Programm fragt auf eine Weise, die dieser Dienst nicht beantwortet; sagen Sie es dessen Betreiber.',
  'challenge-needed':
    'Das Programm fragt ohne den Schutz, den dieser Dienst verlangt (PKCE); sagen Sie es dessen Betreiber.',
  'person-needed':
    'Das Programm will keine Frage stellen lassen, aber jemand muss entscheiden; sagen Sie es dessen Betreiber.',
  'parameter-repeated': 'Die Anfrage des Programms nennt etwas doppelt; beginnen Sie im Programm neu.',
  'no-user': 'Den Benutzer „{name}“ gibt es nicht mehr.',
  'no-client': 'Diesen Client gibt es nicht mehr.',
  'no-api-key': 'Diesen API-Schlüssel gibt es nicht mehr.',
  'no-issuer': 'Diesen Aussteller gibt es nicht mehr.',
  'no-webhook': 'Diese Adresse gibt es nicht mehr.',
  'no-stream': 'Diese Adresse gibt es nicht mehr.',
  'not-a-mail-address': 'Das ist keine Mailadresse.',
  'mail-tested': 'Eben wurde ein Test an eine Mailadresse gesendet.',
  'mail-not-set-up':
    'Von hier werden keine Mails versendet: Bitten Sie den Betreiber dieses Dienstes, das einzurichten, oder geben Sie eine https-Adresse an.',
  'own-api-key-first':
    'Es gibt noch keinen gültigen API-Schlüssel: Fügen Sie zuerst einen hinzu, sonst könnte kein Programm mehr anfragen.',
  'outside-not-again':
    'Die externe Anmeldung hat nicht gesagt, dass Sie sich eben ausgewiesen haben; versuchen Sie es noch einmal, oder fragen Sie Ihre Administration.',
  'filter-value':
    '{field} passt nicht zum Vergleich; wählen Sie einen anderen Wert, oder vergleichen Sie anders.',
  'attributes-of-data-sync':
    'Was sich seit dem letzten Lauf geändert hat, lässt sich nicht nach dem Attribut „{name}“ filtern: Wählen Sie ein Feld der Kontakte selbst, oder alle Daten.',
  'title-length': 'Der Titel muss 1 bis {max} Zeichen haben, ohne Leerzeichen an den Enden.',
  'unknown-source': 'Diese Quelle gibt es nicht: Wählen Sie die Kontakthistorie.',
  'source-not-supported': 'Exporte aus Info Mart werden nicht unterstützt: Wählen Sie die Kontakthistorie.',
  'unknown-media': 'Den Medientyp „{name}“ gibt es nicht mehr: Wählen Sie andere.',
  'time-frame-order': 'Der Beginn muss vor dem Ende liegen.',
  'time-frame-of-data-sync':
    'Was sich seit dem letzten Lauf geändert hat, hat keine Daten: Wählen Sie alle Daten oder ein festes Intervall.',
  'last-of-one-time': 'Ein einmaliger Auftrag nimmt alle Daten oder ein festes Intervall.',
  'not-a-duration': 'Geben Sie eine ganze Zahl von Tagen an.',
  'cron-missing': 'Geben Sie einen Cron-Ausdruck an.',
  'start-date-form': 'Geben Sie Datum und Uhrzeit vor dem Jahr 9999 an.',
  'start-date-past': 'Der Start muss in der Zukunft liegen.',
  'one-time-start': 'Ein einmaliger Auftrag startet sofort oder zu einem Zeitpunkt in der Zukunft.',
  'not-a-size': 'Geben Sie eine Zahl mit KB, MB oder GB an, etwa 100MB.',
  'size-out-of-range': 'Die Größe muss zwischen {min} und {max} liegen.',
  'no-job': 'Diesen Auftrag gibt es nicht mehr: Er wurde vielleicht gelöscht.',
  'no-history-item': 'Diesen Lauf gibt es nicht mehr: Er wurde vielleicht gelöscht.',
  'no-file': 'Die Datei „{name}“ ist nicht mehr da: Sie ist vielleicht abgelaufen oder wurde gelöscht.',
  'already-synced':
    'Der Auftrag setzt nach dem fort, was dieser Lauf exportiert hat, und exportiert es nicht noch einmal: Starten Sie stattdessen den Auftrag.',
  'link-changed': 'Der Link wurde verändert: Laden Sie die Datei unter „Dateien“ herunter.',
  'link-expired': 'Der Link ist abgelaufen: Laden Sie die Datei unter „Dateien“ herunter.',
  'file-gone': 'Die Datei ist nicht mehr da.',
  'no-certificate': 'Es ist kein Zertifikat hinterlegt: Laden Sie eines in den Benutzereinstellungen hoch.',
  'certificate-needed':
    'Es ist kein Zertifikat hinterlegt: Laden Sie eines in den Benutzereinstellungen hoch.',
  'unknown-certificate': 'Dieses Zertifikat ist nicht mehr hinterlegt.',
  'certificate-label-missing': 'Geben Sie an, wie das Zertifikat heißen soll.',
  'certificate-file-missing': 'Wählen Sie die Datei eines Zertifikats.',
  'certificate-file-repeated': 'Wählen Sie nur eine Datei.',
  'private-key':
    'Die Datei enthält einen privaten Schlüssel und wurde nicht gespeichert. Laden Sie nur das Zertifikat hoch (aus einer .p12- oder .pfx-Datei: openssl pkcs12 -in DATEI -clcerts -nokeys), und betrachten Sie den Schlüssel als offengelegt, falls andere ihn unterwegs gesehen haben könnten.',
  'import-statements': 'Die Datei wurde nicht ganz übernommen; senden Sie sie noch einmal.',
  'import-statements-at-end': 'Die Datei wurde nicht ganz übernommen; senden Sie sie noch einmal.',
  'import-too-slow': 'Die Verbindung war zu langsam; versuchen Sie es erneut.',
  'gzip-untold': 'Die Datei ist mit gzip gepackt: Geben Sie ihr einen Namen, der auf .gz endet.',
};
