/** What each failure says in German. */
export const DE_FAILURES = {
  missing: '{field} fehlt.',
  repeated: '{field}: Geben Sie diesen Parameter nur einmal an.',
  'unknown-parameter': 'Einen Parameter {field} gibt es hier nicht; meinten Sie {nearest}?',
  'no-parameters': 'Diese Operation nimmt keine Parameter in der Adresse; lassen Sie {field} weg.',
  'unknown-member': 'Ein Feld {field} gibt es hier nicht; meinten Sie {nearest}?',
  'wrong-type': '{field} muss vom JSON-Typ {expected} sein.',
  'not-one-of': '{field} muss einer dieser Werte sein: {choices}.',
  'not-some-of': '{field} muss einen oder mehrere dieser Werte enthalten, durch Kommas getrennt: {choices}.',
  'not-taken': '{field} entspricht nicht dem, was diese Operation erwartet; siehe ihre Beschreibung.',
  'too-long': '{field} darf höchstens {max} Zeichen haben.',
  'unstorable-text': '{field} darf weder U+0000 noch ein halbes Surrogatpaar enthalten.',
  'not-a-whole-number': '{field} muss eine ganze Zahl ab 0 sein.',
  'not-an-id': '{field} muss eine ganze Zahl von 1 bis 9007199254740991 sein.',
  'not-a-flag': '{field} muss true oder false sein.',
  'not-a-date': '{field} muss ein Zeitpunkt nach ISO 8601 oder in der Form YYYY-MM-DD HH:mm:ss (UTC) sein.',
  'not-an-id-list':
    '{field} muss 1 bis {max} durch Kommas getrennte ganze Zahlen von 1 bis 9007199254740991 enthalten.',
  'not-a-name-list': '{field} muss 1 bis {max} durch Kommas getrennte Dateinamen enthalten.',
  'foreign-cursor':
    'cursor muss der nextCursor einer Antwort auf dieselbe Liste mit derselben Sortierung und denselben Filtern sein; lassen Sie ihn leer, um vorn zu beginnen.',
  'cursor-with-from': 'from und cursor schließen einander aus: Ein cursor gibt bereits an, wo es weitergeht.',
  'too-many-names': '{field} nimmt höchstens {max} Namen an; fragen Sie die übrigen gesondert ab.',
  'body-too-large': 'Der Inhalt der Anfrage darf höchstens {max} Bytes umfassen.',
  'body-packed': 'Senden Sie den Inhalt der Anfrage unkomprimiert und ohne Content-Encoding.',
  'body-cut-off': 'Der Inhalt der Anfrage brach vorzeitig ab; senden Sie ihn erneut.',
  'body-too-slow':
    'Der Inhalt der Anfrage kam nicht binnen {seconds} Sekunden an; senden Sie ihn erneut und in einem Zug.',
  'body-not-utf8': 'Der Inhalt der Anfrage ist nicht in UTF-8 kodiert; senden Sie ihn in UTF-8.',
  'body-too-deep':
    'Der Inhalt der Anfrage ist tiefer als {max} Ebenen verschachtelt; halten Sie sich an die Dokumentation.',
  'not-json':
    'Der Inhalt der Anfrage ist kein gültiges JSON; prüfen Sie Anführungszeichen, Kommas und Klammern.',
  'json-expected': 'Senden Sie den Inhalt der Anfrage als application/json.',
  'unreadable-request': 'Die Anfrage ist nicht lesbar.',
  'unknown-path':
    'Unter diesem Pfad gibt es nichts; die API liegt unter /udm/v10, ihre Beschreibung unter /udm/docs.',
  'method-not-allowed': 'Dieser Pfad lässt nur diese Methoden zu: {allow}.',
  'not-configured':
    'Der Dienst ist nicht fertig eingerichtet; sein Betreiber findet im Protokoll, was fehlt.',
  'internal-error':
    'Der Dienst konnte nicht antworten; versuchen Sie es erneut, und wenden Sie sich an den Betreiber, falls der Fehler bestehen bleibt.',
  'operator-key-refused': 'Senden Sie den OPERATOR_KEY dieser Installation als Bearer-Token.',
  'metrics-token-refused': 'Senden Sie den METRICS_TOKEN dieser Installation als Bearer-Token.',
  'no-metrics':
    'Diese Installation hat keinen METRICS_TOKEN und damit keine Metriken: Ihr Betreiber kann einen setzen.',
  'https-only':
    'Dieser Dienst antwortet nur über https. Ändern Sie die Adresse, und erneuern Sie das Token oder den Schlüssel: Beides konnte unterwegs gelesen werden.',
  'hold-days': 'holdDays muss eine ganze Zahl von 0 bis {max} sein.',
  'restore-place': 'Senden Sie die Stelle, die die letzte Antwort genannt hat.',
  'removal-place':
    'Senden Sie die Stelle, die die letzte Antwort genannt hat, oder den Schritt „jobs“ für den Anfang.',
  'rewrap-place':
    'Senden Sie die Stelle, die die letzte Antwort genannt hat, oder zum Beginnen den Anfang von „second-factors“.',
  'set-back-time':
    'Senden Sie „to“ als Zeitpunkt der letzten {max} Tage in ISO 8601 und holdDays als ganze Zahl ab 1.',
  'set-back-place': 'Senden Sie die Stelle, die die letzte Antwort genannt hat, und den Zeitpunkt.',
  'no-history':
    'Die Plattform weiß nicht, was Objekte zu dieser Zeit waren: Sie bewahrt das 30 Tage lang auf, und das lokale workerd gar nicht.',
  'backup-place': 'Senden Sie die Stelle, die die letzte Antwort genannt hat, oder null für den Anfang.',
  'backup-head':
    'So beginnt keine Sicherung dieses Contact-Centers, oder eine spätere Version hat sie geschrieben: Stellen Sie sie mit dieser Version wieder her.',
  'backup-line':
    'Eine solche Zeile ({name}) kennt diese Version nicht: Stellen Sie die Sicherung mit der Version wieder her, die sie geschrieben hat, oder mit einer späteren.',
  'backup-not-begun':
    'Das Contact-Center kommt nicht mit dieser Sicherung zurück, oder es ist zurück: Beginnen Sie noch einmal mit dem Kopf der Sicherung.',
  'backup-audit-differs':
    'Das Protokoll dieses Contact-Centers ist nicht das der Sicherung, oder die Sicherung wurde verändert: Stellen Sie sie in einer leeren Installation wieder her.',
  'backup-id-taken':
    'Die Id {id} gehört hier zu einem anderen Job: Stellen Sie die Sicherung in einer leeren Installation wieder her oder in der, von der sie ist.',
  'center-not-empty':
    'Dieses Contact-Center hat schon etwas: Entfernen Sie es, oder stellen Sie die Sicherung in einer leeren Installation wieder her.',
  'not-a-center': 'Ein Contact-Center heißt nach 1 bis 64 Buchstaben, Ziffern, „.“, „_“ und „-“.',
  'not-a-center-change':
    'Senden Sie „suspended“ als true oder false, oder "limits" mit ihren Namen, jede eine ganze Zahl in ihren Grenzen oder null für die Vorgabe.',
  'center-former':
    'Ein Contact-Center dieses Namens wurde entfernt, und sein Protokoll ist aufbewahrt: Nehmen Sie einen anderen Namen, oder entfernen Sie es noch einmal samt Protokoll.',
  'center-not-suspended':
    'Ein Contact-Center wird entfernt, wenn es {seconds} Sekunden lang ausgesetzt war: Bis dahin kann noch jemand darin arbeiten.',
  'too-many': 'Mehr als {max} Zeilen passen; grenzen Sie den Filter ein.',
  'too-many-requests': 'Zu viele Anfragen; warten Sie eine Weile und versuchen Sie es dann erneut.',
  'unknown-selection':
    'Das ist keine Auswahl von Ihnen aus dieser Liste, oder ihre zehn Minuten sind vorbei; mit POST selections treffen Sie eine.',
  'selection-beside': 'Geben Sie {field} oder eine Auswahl an, nicht beides.',
  'audit-away':
    'Das lässt sich gerade nicht ins Protokoll schreiben und wurde deshalb nicht getan; versuchen Sie es in {seconds} Sekunden erneut.',
  'not-a-key': '{field} muss 1 bis {max} druckbare ASCII-Zeichen in doppelten Anführungszeichen haben.',
  'key-of-another':
    'Dieser {field} kam zuvor mit einer anderen Anfrage; nehmen Sie denselben Schlüssel nur für dieselbe Anfrage und für jede andere einen neuen.',
  'key-under-way':
    'Die erste Anfrage mit diesem {field} wird gerade ausgeführt; fragen Sie gleich noch einmal.',
  'too-many-keys':
    'Das Contact Center hat binnen eines Tages {max} Anfragen mit einem {field} gesendet; senden Sie sie ohne, oder in {seconds} Sekunden erneut, wenn einige davon vergessen sein können.',

  'no-token':
    'Senden Sie ein Zugriffstoken als „Authorization: Bearer …“; POST /auth/v3/oauth/token stellt eines aus.',
  'not-a-bearer': 'Der Header Authorization muss aus „Bearer“ und einem Zugriffstoken bestehen.',
  'token-expired': 'Das Zugriffstoken ist abgelaufen; POST /auth/v3/oauth/token stellt ein neues aus.',
  'token-invalid':
    'Das Zugriffstoken ist hier nicht gültig; POST /auth/v3/oauth/token stellt ein gültiges aus.',
  'privilege-missing':
    'Dafür ist das Recht „{privilege}“ nötig, das keine Ihrer Rollen enthält; bitten Sie Ihre Administration darum.',
  'basic-expected': 'Senden Sie Kennung und Geheimnis des Clients mit HTTP-Basic-Authentifizierung.',
  'client-refused': 'Kennung oder Geheimnis des Clients ist falsch.',
  'caller-ended':
    'Der Benutzer, Client oder API-Schlüssel, für den dieser Zugang steht, ist gesperrt oder gelöscht; melden Sie sich neu an.',
  'center-suspended':
    'Der Betreiber dieses Dienstes hat das Contact-Center ausgesetzt: Niemand hat Zugriff, und nichts beginnt, bis er es weitergehen lässt.',
  'api-key-refused':
    'Der x-api-key ist unbekannt oder abgelaufen; senden Sie einen Ihres Contact-Centers oder ein Zugriffstoken.',
  'api-key-without-roles':
    'Dieser API-Schlüssel gilt nur zusammen mit einem Zugriffstoken; senden Sie eines dazu, oder verwenden Sie einen Schlüssel mit Rollen.',
  'api-key-needed':
    'Ihr Contact-Center verlangt mit jeder Anfrage einen seiner API-Schlüssel: Senden Sie ihn als x-api-key.',
  'api-key-foreign':
    'Der x-api-key gehört einem anderen Contact-Center; senden Sie einen eigenen oder keinen.',
  'user-refused': 'Benutzername oder Passwort ist falsch.',
  'second-factor-needed':
    'Dieser Benutzer hat einen zweiten Faktor: Senden Sie auch einen Code davon (in einer Token-Anfrage als otp).',
  'second-factor-refused': 'Der Code ist falsch, zu alt oder schon benutzt.',
  'second-factor-first':
    'Ihr Contact-Center verlangt einen zweiten Faktor, und Sie haben noch keinen: Richten Sie zuerst einen ein (POST me/second-factor).',
  'sign-in-again':
    'Dafür ist eine Anmeldung in den letzten fünf Minuten nötig: Melden Sie sich neu an, und wiederholen Sie es.',
  'program-may-not':
    'Das macht kein Programm für Sie: Verwenden Sie die Seiten dieses Dienstes oder udm mit seinem eigenen Client (udm login --browser).',
  'too-many-tries': 'Zu viele falsche Anmeldungen; versuchen Sie es in {seconds} Sekunden wieder.',
  'too-fast': 'Mehr als {max} Anfragen in {window} Sekunden; fragen Sie in {seconds} Sekunden wieder an.',
  'session-ended': 'Die Sitzung ist beendet; melden Sie sich neu an.',
  'session-needed': 'Das gilt nur für Sitzungen im Browser; POST /auth/v3/sign-in eröffnet eine.',
  'foreign-origin':
    'Änderungen mit Cookie werden nur von Seiten dieses Dienstes angenommen: Senden Sie seine Adresse als Origin.',
  'change-header-missing': 'Senden Sie mit jeder Änderung mit Cookie den Header X-UDM-Request: 1.',
  'no-session': 'Diese Sitzung gibt es nicht; vielleicht ist sie beendet.',
  'no-program': 'Dieses Programm ist nicht als Sie angemeldet; vielleicht wurde es beendet.',
  'refresh-token-refused':
    'Das Aktualisierungstoken ist unbekannt, bereits verwendet oder abgelaufen; melden Sie sich erneut an.',
  'program-unknown': 'Kein Programm dieses Dienstes hat diese client_id.',
  'program-foreign':
    'Dieses Programm gehört zu einem anderen Contact Center: Melden Sie sich dort an, oder fragen Sie, von wem Sie die Adresse haben.',
  'redirect-unknown': 'Das Programm hat diese redirect_uri nicht eingetragen; dorthin wird nichts gesendet.',
  'response-type-unknown': 'Nur response_type „code“ ist bekannt, mit Antwort in der Adresse.',
  'challenge-needed': 'Ein Code erfordert PKCE: code_challenge und code_challenge_method S256.',
  'person-needed': 'Ein Mensch muss entscheiden, deshalb kann prompt nicht „none“ sein.',
  'code-refused':
    'Der Code ist unbekannt, verbraucht oder abgelaufen, oder ein anderes Programm hat ihn angefordert; melden Sie sich neu an.',
  'password-missing': 'Für die Anmeldeart „password“ sind username und password erforderlich.',
  'refresh-token-missing': 'Für die Anmeldeart „refresh_token“ ist refresh_token erforderlich.',
  'grant-type-missing': 'grant_type fehlt.',
  'grant-type-unknown': 'grant_type muss einer dieser Werte sein: {choices}.',
  'grant-not-for-client':
    'Ein Client ohne Geheimnis darf nur einen Code mit PKCE und Refresh-Tokens verwenden.',
  'client-secret-in-body':
    'Senden Sie das Geheimnis des Clients ausschließlich mit HTTP-Basic-Authentifizierung.',
  'client-id-differs': 'client_id stimmt nicht mit dem Client überein, der sich angemeldet hat.',
  'parameter-repeated': 'Ein Parameter ist mehrfach angegeben.',
  'form-expected': 'Senden Sie die Parameter als application/x-www-form-urlencoded.',

  'account-name':
    '{field} muss 1 bis {max} Zeichen haben, ohne „/“, „\\“, Steuerzeichen und unsichtbare Zeichen und ohne Leerzeichen am Anfang oder Ende.',
  'name-taken': '„{name}“ gibt es schon; wählen Sie einen anderen Namen.',
  'no-user': 'Einen Benutzer „{name}“ gibt es nicht; GET users führt alle auf.',
  'no-client': 'Einen Client {id} gibt es nicht; GET clients führt alle auf.',
  'no-api-key': 'Einen API-Schlüssel {id} gibt es nicht; GET api-keys führt alle auf.',
  'last-administrator':
    'Das ist der letzte Administrator des Contact-Centers, der sich anmelden kann: Legen Sie zuerst einen weiteren an.',
  'administrators-only':
    'Das ist Administratoren vorbehalten: wer Zugänge verwaltet, fremde Aussteller und ob nur Administratoren das Zertifikat ersetzen.',
  'own-roles':
    'Niemand gibt sich selbst Rollen, auch nicht mit einem eigenen Client oder API-Schlüssel: Bitten Sie jemand anderen, der Benutzer verwaltet.',
  'own-record':
    'Ein Client oder API-Schlüssel ändert nichts an sich selbst: Das macht jemand, der sie verwaltet.',
  'renewed-meanwhile':
    'Eine andere Anfrage hat gleichzeitig eine Erneuerung vorgenommen: Deren Ergebnis gilt; oder fragen Sie noch einmal an.',
  'password-length': '{field} muss {min} bis {max} Zeichen haben.',
  'password-holds-name':
    '{field} darf weder den Namen des Benutzers noch den des Contact-Centers oder dieses Dienstes enthalten.',
  'password-common': '{field} ist eines der häufigsten Passwörter; wählen Sie ein anderes.',
  'password-wrong': 'Das bisherige Passwort ist falsch.',
  'user-needed': 'Nur Benutzer haben ein Passwort; Clients und API-Schlüssel haben keines.',
  'second-factor-there': 'Es gibt schon einen zweiten Faktor: Entfernen Sie ihn zuerst.',
  'second-factor-not-begun':
    'Es wurde kein zweiter Faktor begonnen, oder seither ein anderer: Beginnen Sie neu.',
  'second-factor-demanded':
    'Ihr Contact-Center verlangt von Ihnen einen zweiten Faktor: Er kann nicht entfernt werden.',
  'no-second-factor': 'Es gibt keinen zweiten Faktor.',
  'code-wrong':
    'Der Code gehört jetzt nicht zu diesem Schlüssel: Warten Sie auf den nächsten, und prüfen Sie die Uhr des Geräts.',
  'invitation-refused':
    'Die Einladung ist unbekannt, bereits verwendet oder abgelaufen; bitten Sie Ihre Administration um eine neue.',
  'expiry-past': '{field} muss in der Zukunft liegen.',
  'not-an-account':
    'Senden Sie ccid, name und roles, von einem Benutzer auch ein Passwort, wenn er nicht eingeladen wird.',
  'center-has-administrator':
    'Das Contact-Center hat einen Administrator, der sich anmelden kann: Als dieser werden Benutzer und Clients angelegt.',
  'own-api-key-first':
    'Das Contact-Center hat keinen gültigen API-Schlüssel: Legen Sie zuerst einen an, sonst könnte ihn niemand senden (POST api-keys).',
  'not-a-redirect-uri':
    'Geben Sie eine https-Adresse an, oder http von 127.0.0.1 oder [::1], ohne „#“, Benutzer oder Passwort.',
  'passwords-off': 'Hier meldet sich niemand mit Passwort an; melden Sie sich bei Ihrer Organisation an.',
  'password-grant-off': 'Für ein Passwort gibt es hier kein Token; melden Sie sich mit einem Browser an.',
  'outside-stale':
    'Die Anmeldung hat zu lange gedauert oder wurde in einem anderen Browser begonnen; beginnen Sie erneut.',
  'outside-refused':
    'Was von der externen Anmeldung zurückkam, ist nicht vertrauenswürdig; beginnen Sie erneut, und fragen Sie Ihren Administrator, wenn es so bleibt.',
  'outside-denied': 'Die Anmeldung wurde abgelehnt.',
  'outside-not-again':
    'Der externe Aussteller hat nicht gesagt, dass Sie sich eben ausgewiesen haben (auth_time); versuchen Sie es noch einmal, oder fragen Sie Ihren Administrator.',
  'outside-another':
    'Dort ist jemand anderes angemeldet: Melden Sie sich als die Person an, die Sie hier sind.',
  'outside-name-taken': 'Hier gibt es schon einen anderen Benutzer {name}; fragen Sie Ihren Administrator.',
  'not-a-page': '{field} muss eine Seite dieses Dienstes sein.',
  'user-of-issuer': '{name} kommt von einem externen Aussteller und hat hier kein Passwort.',
  'no-issuer': 'Einen Aussteller {id} gibt es nicht; GET issuers führt alle auf.',
  'no-webhook': 'Es gibt keinen Webhook {id}; GET webhooks zeigt alle.',
  'no-stream': 'Es gibt keinen Strom {id} des Protokolls; GET audit/streams zeigt alle.',
  'not-a-mail-address': '{field} muss „mailto:“ und eine Mailadresse sein, etwa mailto:exports@acme.example.',
  'mail-not-set-up':
    'Diese Installation versendet keine Mails; ihr Betreiber richtet das mit „npm run deploy -- --mail-from“ ein. Geben Sie bis dahin eine https-Adresse an.',
  'mail-unsigned': 'Das ist eine Mailadresse: Mails werden nicht signiert und haben darum kein Geheimnis.',
  'mail-tested':
    'Eben wurde ein Test an eine Mailadresse gesendet; senden Sie den nächsten in {seconds} Sekunden.',
  'not-an-address': '{field} muss eine https-Adresse sein, ohne Benutzer, Passwort oder „#“.',
  'address-private':
    '{field} führt in ein privates Netz oder auf diese Maschine; nur öffentliche Adressen werden gefragt.',
  'issuer-away': 'Der externe Aussteller antwortet nicht; versuchen Sie es in {seconds} Sekunden erneut.',
  'issuer-document':
    'Im Dokument des Ausstellers (/.well-known/openid-configuration) fehlt etwas, oder es nennt einen anderen Aussteller.',
  'issuer-own': 'Das ist dieser Dienst selbst; seine Token werden bereits angenommen.',
  'audience-taken':
    'Diese audience dieses Ausstellers ist bereits vergeben: Ein Token dafür gehörte zwei Leuten.',
  'issuer-keys-differ':
    'Ein anderer Eintrag nennt diesen Aussteller mit anderen Schlüsseln, die für dessen Leute unterschreiben könnten: Geben Sie beiden dieselbe {field} oder keine.',
  'issuer-client-missing': 'Ein Geheimnis gehört zu einem Client: Geben Sie auch {field} an.',

  'title-length': 'Der Titel muss ohne Leerzeichen am Anfang und Ende 1 bis {max} Zeichen haben.',
  'source-not-supported': 'Exporte aus Info Mart werden nicht unterstützt; verwenden Sie die Quelle UCS.',
  'unknown-source': 'Die Quelle muss UCS sein; GET data/sources führt die vorhandenen auf.',
  'unknown-media': '„{name}“ ist kein Medientyp; GET data/sub-types führt die vorhandenen auf.',
  'all-media-and-others':
    '„all“ steht für alle Medientypen; lassen Sie entweder „all“ oder die übrigen Medientypen weg.',
  'too-many-filters': 'Ein Auftrag hat höchstens {max} Filter.',
  'name-length': '{field} muss 1 bis {max} Zeichen haben.',
  'filter-value':
    '{field} passt nicht zum Operator „{operator}“: in verlangt 1 bis 100 Werte, contains und startsWith einen Text, gt, gte, lt und lte eine Zahl oder ein Datum, exists true oder false, eq und ne einen einzelnen Wert.',
  'attributes-of-data-sync':
    'Ein DataSync-Auftrag kann nicht nach dem Attribut „{name}“ von Kontakten fragen: Nennen Sie in {field} ein Feld der Kontakte selbst, oder verwenden Sie den Typ UCS.',
  'contact-missing':
    'Ein Auftrag vom Typ Person verlangt {field}: die CONTACTID des einen Kontakts, der exportiert wird.',
  'contact-of-person':
    '{field} gehört zu Aufträgen vom Typ Person; lassen Sie die Angabe weg oder verwenden Sie diesen Typ.',
  'person-of-data-sync': 'Ein DataSync-Auftrag exportiert keine einzelne Person; verwenden Sie den Typ UCS.',
  'time-frame-forms':
    'timeFrame muss genau eine dieser Angaben enthalten: all (true), dateFrom und/oder dateTo, last.',
  'time-frame-of-data-sync':
    'Der timeFrame eines DataSync-Auftrags ist stets "all": true, denn exportiert wird, was sich geändert hat.',
  'time-frame-order': 'dateFrom muss vor dateTo liegen.',
  'last-of-one-time': 'last gibt es nur für wiederkehrende Aufträge; geben Sie dateFrom und dateTo an.',
  'not-a-duration': 'last muss eine Dauer nach ISO 8601 aus ganzen Zahlen sein, etwa P7D oder PT12H.',
  'cron-missing': 'Für runs „cron“ ist ein Cron-Ausdruck erforderlich.',
  'cron-of-one-time': 'Ein einmaliger Auftrag hat keinen Cron-Ausdruck; lassen Sie cron oder runs weg.',
  'not-a-cron':
    'cron muss 5 Felder haben (Minute, Stunde, Tag des Monats, Monat, Wochentag) oder 6 mit Sekunden 0 davor; es hat {count}.',
  'cron-seconds': 'cron mit 6 Feldern beginnt mit den Sekunden, und die müssen 0 sein.',
  'cron-hash':
    'cron, Feld {name}: H würde jedes Mal neu gezogen, wenn nach dem nächsten Start gefragt wird; geben Sie den Wert selbst an.',
  'cron-part':
    'cron, Feld {name}: „{part}“ gilt hier nicht; geben Sie {min} bis {max} an, Bereiche (2-5), Schritte (*/2), Listen davon (1,4) oder *.',
  'cron-step': 'cron, Feld {name}: Die Schrittweite von „{part}“ muss 1 oder mehr sein.',
  'cron-range':
    'cron, Feld {name}: „{part}“ endet, bevor es beginnt; schreiben Sie zwei Bereiche, durch Komma getrennt.',
  'cron-never': 'cron nennt eine Zeit, die nie kommt, etwa den 31. Februar; ändern Sie Tage oder Monate.',
  'suspended-immediately':
    'Ein Auftrag, der sofort ausgeführt wird, kann nicht zugleich ausgesetzt sein; geben Sie nur eines von beiden an.',
  'start-date-form':
    'startDate muss ein Zeitpunkt vor dem Jahr 9999 nach ISO 8601 oder in der Form YYYY-MM-DD HH:mm:ss (UTC) sein.',
  'start-date-past': 'startDate muss in der Zukunft liegen.',
  'unknown-time-zone':
    '{field} muss der Name einer Zeitzone sein, wie die IANA ihn führt, etwa Europe/Berlin; meinten Sie {nearest}?',
  'one-time-start':
    'Ein einmaliger Auftrag braucht entweder "immediately": true oder ein startDate in der Zukunft.',
  'not-a-size': 'fileSplitSize ist eine Zahl mit KB, MB oder GB, etwa 100MB.',
  'size-out-of-range': 'fileSplitSize muss zwischen {min} und {max} liegen.',

  'not-running': 'Der Auftrag hat keinen laufenden Export.',
  'in-progress': 'Der Auftrag läuft gerade; warten Sie sein Ende ab, oder brechen Sie ihn zuerst ab.',
  spent: 'Ein einmaliger Auftrag kann nach seinem Beginn nicht fortgesetzt werden; legen Sie einen neuen an.',
  'one-time':
    'Ein einmaliger Auftrag kann nach dem Absenden nicht mehr bearbeitet werden; legen Sie einen neuen an.',
  suspended: 'Der Auftrag ist ausgesetzt.',
  'already-synced':
    'Ein DataSync-Auftrag setzt nach dem fort, was dieser Lauf exportiert hat, und exportiert es nicht noch einmal: Starten Sie stattdessen den Auftrag.',
  'exports-other-data':
    'Der Auftrag exportiert inzwischen andere Daten als dieser Lauf: Starten Sie stattdessen den Auftrag.',
  gone: 'Den Auftrag gibt es nicht mehr.',
  'limit-reached':
    'Mehr als {max} sind nicht erlaubt ({field}): Löschen Sie, was nicht mehr gebraucht wird, oder bitten Sie den Betreiber um eine höhere Grenze.',
  'limit-passed':
    'Mehr als {max} sind nicht erlaubt ({field}): Die Zeilen ab {line} wurden nicht übernommen. Löschen Sie, was nicht mehr gebraucht wird, oder bitten Sie den Betreiber um eine höhere Grenze.',
  'no-job': 'Es gibt keinen Auftrag {id}; GET export/jobs führt die vorhandenen auf.',
  'no-history-item': 'Es gibt keinen Eintrag {id} im Verlauf; GET export/history führt die vorhandenen auf.',
  'no-file':
    'Es gibt keine Datei „{name}“, oder sie ist abgelaufen; GET file-metadatas führt die vorhandenen auf.',
  'files-missing': 'Nicht vorhanden oder abgelaufen sind {count} der Dateien.',
  'not-all-deleted':
    'Nicht gelöscht werden konnten {count}, alles andere ist gelöscht. Der erste Grund: {reason}',
  'no-contact': 'Von diesem Kontakt ist nichts in der Kontakthistorie.',

  'link-changed': 'Der Link wurde verändert; GET /udm/v10/files/<filename> stellt einen neuen aus.',
  'link-expired': 'Der Link ist abgelaufen; GET /udm/v10/files/<filename> stellt einen neuen aus.',
  'file-gone': 'Die Datei ist nicht mehr vorhanden; GET /udm/v10/file-metadatas führt die vorhandenen auf.',
  'file-changed':
    'Die Datei entspricht nicht der, die If-Match oder If-Unmodified-Since bezeichnet; laden Sie sie noch einmal von Anfang an herunter.',
  'range-unsatisfiable': 'Die Datei umfasst {size} Bytes; fordern Sie einen Teil davon an.',

  'no-certificate': 'Es ist kein Zertifikat hinterlegt; laden Sie mit POST cipher/<name> eines hoch.',
  'certificate-needed':
    'Für Exporte muss ein Zertifikat hinterlegt sein; laden Sie mit POST cipher/<name> eines hoch.',
  'unknown-certificate':
    'Es ist kein Zertifikat mit dem Fingerabdruck {fingerprint} hinterlegt; GET certificates zeigt alle.',
  'certificates-full':
    'Es sind {max} Zertifikate hinterlegt, mehr sind nicht möglich: Entfernen Sie zuerst eines.',
  'last-certificate':
    'Es ist das einzige hinterlegte Zertifikat, und Exporte brauchen eines: Fügen Sie zuerst ein weiteres hinzu.',
  'certificate-name':
    'Der Name muss 1 bis {max} Zeichen haben und darf weder „/“, „\\“ und „..“ noch Steuerzeichen oder unsichtbare Zeichen enthalten.',
  'certificate-label-missing':
    'Dem Formular fehlt das Feld „label“; geben Sie dort an, wie das Zertifikat heißen soll.',
  'certificate-form-expected': 'Senden Sie das Zertifikat als multipart/form-data im Feld „file“.',
  'form-without-boundary':
    'Content-Type nennt keine boundary; überlassen Sie diese Kopfzeile Ihrer HTTP-Bibliothek, die sie mit dem Formular schreibt.',
  'form-not-ended':
    'Der Inhalt der Anfrage endet nicht mit der boundary, die Content-Type nennt; senden Sie das ganze Formular mit der boundary, mit der es geschrieben wurde.',
  'form-too-many-parts': 'Das Formular hat zu viele Teile; senden Sie ein Feld „file“ mit dem Zertifikat.',
  'certificate-file-missing': 'Dem Formular fehlt das Feld „file“; legen Sie das Zertifikat dort ab.',
  'certificate-file-repeated':
    'Das Formular enthält das Feld „file“ mehrfach; senden Sie genau ein Zertifikat.',
  'certificate-file-too-large': 'Eine Zertifikatsdatei darf höchstens {max} Bytes umfassen.',
  'private-key':
    'Die Datei enthält einen privaten Schlüssel und wurde nicht gespeichert. Laden Sie nur das Zertifikat hoch (aus einer .p12- oder .pfx-Datei: openssl pkcs12 -in DATEI -clcerts -nokeys), und betrachten Sie den Schlüssel als offengelegt, falls andere diese Anfrage gesehen haben könnten.',
  'several-certificates':
    'Die Datei enthält mehrere PEM-Blöcke; laden Sie nur das Zertifikat des Empfängers ohne seine Kette hoch.',
  'certificate-bundle':
    'Die Datei ist ein PKCS-#7-Bündel; laden Sie nur das Zertifikat des Empfängers in PEM oder DER hoch (openssl pkcs7 -in DATEI -print_certs zeigt alle).',
  'other-pem':
    'Die Datei liegt in PEM vor, enthält aber kein Zertifikat; laden Sie ein X.509-Zertifikat hoch.',
  'certificate-in-utf16':
    'Die Datei ist Text in UTF-16; speichern Sie das Zertifikat als ASCII oder UTF-8 (in PowerShell: Set-Content -Encoding ascii), oder laden Sie es in DER hoch.',
  'not-a-certificate': 'Die Datei ist kein X.509-Zertifikat in PEM oder DER; laden Sie ein solches hoch.',
  'certificate-serial-number':
    'Die Seriennummer des Zertifikats steht nicht in ihrer kürzesten Form, und OpenSSL liest kein solches Zertifikat; lassen Sie es neu ausstellen.',
  'certificate-names':
    'Ein Name im Zertifikat ist beschädigt oder Text eines Typs, den Namen nicht haben, und OpenSSL liest kein solches Zertifikat; lassen Sie es neu ausstellen.',
  'certificate-validity':
    'Die Gültigkeit des Zertifikats steht nicht in der Form, die RFC 5280 vorsieht, in UTC mit Sekunden (YYMMDDHHMMSSZ, ab 2050 YYYYMMDDHHMMSSZ); lassen Sie es neu ausstellen.',
  'unusable-key':
    'Mit dem RSA-Schlüssel des Zertifikats lässt sich nicht verschlüsseln; laden Sie ein Zertifikat mit einem üblichen RSA-Schlüssel hoch.',
  'certificate-key-type':
    'Der Schlüssel des Zertifikats ist vom Typ {algorithm}; laden Sie ein Zertifikat mit einem RSA-Schlüssel hoch.',
  'certificate-key-bits':
    'Der RSA-Schlüssel des Zertifikats hat {bits} Bits; laden Sie eines mit mindestens {min} Bits hoch.',
  'certificate-key-usage':
    'Die Schlüsselverwendung des Zertifikats erlaubt keine Schlüsselverschlüsselung (keyEncipherment); laden Sie eines hoch, das sie erlaubt oder keine Schlüsselverwendung angibt.',
  'certificate-not-yet-valid':
    'Das Zertifikat ist erst ab {from} gültig; laden Sie eines hoch, das schon jetzt gültig ist.',
  'certificate-expired':
    'Das Zertifikat ist am {until} abgelaufen; laden Sie eines hoch, das noch gültig ist.',

  'not-a-bucket':
    'Das ist kein Name eines Buckets: 3 bis 63 Kleinbuchstaben, Ziffern, Bindestriche und Punkte, wie Ihr Speicher ihn zeigt, ohne den Endpunkt.',
  'not-a-region':
    'Das ist keine Region: Schreiben Sie die des Buckets, wie Ihr Speicher sie zeigt, etwa eu-central-1, oder lassen Sie sie weg.',
  'not-an-access-key':
    'Das ist keine Kennung eines Zugriffsschlüssels: Kopieren Sie sie, wie Ihr Speicher sie zeigt, ohne Leerzeichen; das Geheimnis hat ein eigenes Feld.',
  'not-an-endpoint':
    'Das ist kein Endpunkt: eine https-Adresse ohne Abfrage, etwa https://s3.eu-central-1.amazonaws.com; der Bucket hat ein eigenes Feld.',
  'prefix-placeholder': '„{name}“ ist kein Platzhalter des Präfixes: Es gibt {choices}.',
  'prefix-form':
    "Das Präfix darf Buchstaben, Ziffern und ! _ . * ' ( ) = - zwischen einzelnen Schrägstrichen haben und keinen Schritt, der . oder .. ist; es beginnt ohne Schrägstrich.",
  'secret-needed':
    'Geben Sie auch das Geheimnis des Zugriffsschlüssels an: Das hinterlegte gilt nur für denselben Endpunkt und Zugriffsschlüssel.',
  'no-destination': 'Der Auftrag hat kein Ziel: Geben Sie ihm zuerst eines.',
  'nothing-to-deliver':
    'Der Lauf hat keine Dateien, die geliefert werden könnten: Er ist nicht fertig, oder sie sind nicht mehr da.',
  'delivery-under-way': 'Die Lieferung ist schon im Gange; warten Sie ihr Ende ab.',
  'delivery-private':
    'Der Endpunkt ist keine öffentliche Adresse, oder sein Name führt zu keiner: Geben Sie einen an, der von außen erreichbar ist.',
  'delivery-away':
    'Der Endpunkt hat nicht geantwortet oder kann gerade nicht; er wird wieder gefragt. Prüfen Sie, ob er von außen erreichbar ist.',
  'delivery-redirected':
    'Der Endpunkt verweist auf einen anderen; dem wird nicht gefolgt. Geben Sie den Endpunkt der Region an, in der der Bucket liegt.',
  'delivery-key':
    'Der Speicher kennt den Zugriffsschlüssel nicht, oder Geheimnis oder Region sind andere: Geben Sie einen Schlüssel an, der jetzt gilt, und sein Geheimnis.',
  'delivery-forbidden':
    'Der Zugriffsschlüssel darf dort nicht schreiben: Erlauben Sie ihm s3:PutObject, s3:GetObject und s3:AbortMultipartUpload unter dem Präfix.',
  'delivery-no-bucket':
    'Am Endpunkt gibt es diesen Bucket nicht: Legen Sie ihn an, oder berichtigen Sie seinen Namen.',
  'delivery-refused':
    'Der Speicher weist ab, was er bekam; sehen Sie in sein Protokoll, und ob er S3 mit Signature Version 4 spricht.',
  'delivery-changed':
    'Was ankam, ist nach Größe oder Prüfsumme nicht, was gesendet wurde; die Datei wird neu gesendet.',
  'delivery-unseen':
    'Die Datei wurde geschrieben, aber der Zugriffsschlüssel darf sie nicht ansehen, und so konnte ihre Größe nicht geprüft werden: Erlauben Sie ihm s3:GetObject unter dem Präfix.',
  'delivery-secret':
    'Das Geheimnis des Zugriffsschlüssels kann hier nicht mehr gelesen werden: Geben Sie es neu an.',
  'delivery-interrupted': 'Der Dienst wurde unterbrochen; er macht von selbst weiter.',
  'delivery-files-gone':
    'Die Dateien sind abgelaufen oder wurden gelöscht, bevor alle geliefert waren: Starten Sie den Auftrag neu.',
  'delivery-no-destination': 'Das Ziel des Auftrags wurde entfernt, bevor die Dateien geliefert waren.',

  'json-lines-expected':
    'Senden Sie die Datensätze, einen je Zeile, als application/x-ndjson oder application/octet-stream.',
  'import-encoding': 'Senden Sie die Datensätze mit gzip gepackt oder ungepackt.',
  'import-too-large':
    'Eine Anfrage darf, so wie sie gesendet wird, höchstens {max} Bytes umfassen; teilen Sie die Datei an Zeilenenden, und senden Sie die Teile nacheinander.',
  'import-unpacks-too-large':
    'Eine Anfrage darf entpackt höchstens {max} Bytes umfassen; teilen Sie die Datei an Zeilenenden, und senden Sie die Teile nacheinander.',
  'import-statements':
    'Vor Zeile {line} wären mehr Datenbankanweisungen nötig, als eine Anfrage haben darf; senden Sie die Datei in kleineren Teilen.',
  'import-statements-at-end':
    'Am Ende wären mehr Datenbankanweisungen nötig, als eine Anfrage haben darf; senden Sie die Datei in kleineren Teilen.',
  'import-too-slow': 'Die Datensätze kamen zu langsam an; senden Sie sie erneut in kleineren Teilen.',
  'imports-busy': 'Es laufen zu viele Importe; senden Sie diesen in {seconds} Sekunden erneut.',
  'gzip-broken':
    'Der gzip-Datenstrom ist beschädigt oder unvollständig; packen Sie die Datei neu, und senden Sie sie erneut.',
  'gzip-untold':
    'Der Inhalt ist mit gzip gepackt; geben Sie Content-Encoding: gzip an, oder senden Sie ihn ungepackt.',
  'record-not-an-object':
    'Das ist kein JSON-Objekt; schreiben Sie in jede Zeile genau ein vollständiges Objekt.',
  'record-not-utf8': 'Das ist kein gültiges UTF-8; speichern Sie die Datei in UTF-8.',
  'record-too-deep': 'Der Datensatz ist tiefer als {max} Ebenen verschachtelt; machen Sie ihn flacher.',
  'record-too-long': 'Der Datensatz ist länger als die zulässigen {max} Bytes; kürzen Sie ihn.',
  'not-a-name': '{field} muss eine Zeichenkette aus 1 bis {max} Zeichen sein.',
  'record-erased':
    'Dieser Datensatz oder der, zu dem er gehört, wurde mit seinem Kontakt gelöscht; er wird nicht noch einmal angenommen.',
  'too-many-media':
    'Der Medientyp „{name}“ wäre einer zu viel: Ein Contact-Center hat höchstens {max}; verwenden Sie einen vorhandenen.',
} as const;
