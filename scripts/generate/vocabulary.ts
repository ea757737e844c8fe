const words = (text: string): readonly string[] => text.trim().split(/\s+/);

/** Words of any English text, the frequent ones first. */
export const COMMON = words(`
the of to and a in is it you that was for on are with as be at have this from or had by not but what
all were when we there can an your which their if do will each how them then many some so these
would other into has more two time could no make than first been its who now my made over did down
only way find use may long little very after called just where most know get through back much
before also around another came come work three must because does part even place well such here
take why help put different away again off went old number great tell men say small every found
still between name should home give air line set own under read last never us left end along while
might next below saw both few without being since until already yet once during today
`);

/** Things that a contact center's customers write about. */
export const NOUNS = words(`
invoice order account password delivery payment refund contract tariff router modem signal line
connection outage technician appointment parcel tracking number address customer service agent
ticket case reference statement balance charge fee discount voucher subscription renewal
cancellation upgrade downgrade plan data roaming bill card bank transfer direct debit receipt
warranty repair replacement return exchange device phone tablet laptop screen battery charger cable
adapter headset keyboard printer camera software update version licence activation code login portal
website browser page error message screenshot attachment document form signature copy original
letter email reply answer question request complaint feedback survey rating manager department team
shift office branch store warehouse stock supplier carrier courier driver window evening morning
afternoon Monday Tuesday Wednesday Thursday Friday Saturday weekend holiday week month quarter year
deadline delay reminder notice confirmation approval decision policy terms conditions clause
insurance claim damage loss theft accident premium coverage booking reservation flight train seat
passenger luggage check hotel room night breakfast guest arrival departure visa passport currency
rate interest loan mortgage instalment saving deposit limit overdraft fraud security verification
identity pin token answerphone voicemail callback queue supervisor escalation priority status
progress result solution workaround cause incident maintenance network server backup storage speed
test meter reading consumption gas water electricity heating boiler leak pressure valve engineer
visit access key door building floor street city country region language translation
`);

/** What they and the agents do. */
export const VERBS = words(`
send sent sending receive received check checked confirm confirmed cancel cancelled change changed
pay paid charge charged order ordered deliver delivered return returned replace replaced repair
repaired install installed update updated reset restart restarted connect connected disconnect
disconnected call calling wait waiting waited ask asked explain explained promise promised offer
offered agree agreed refuse refused sign signed upload uploaded download downloaded open opened
close closed click enter entered type typed show shows appear appears happen happened happening fail
failed failing stop stopped start started continue continued try tried trying need needed want
wanted hope expect expected understand understood think thought believe remember forgot forgotten
look looking hear heard see seen keep kept hold holding book booked move moved arrive arrived leave
stay stayed expire expired renew renewed extend extended reduce reduced increase increased apply
applied approve approved reject rejected report reported investigate investigated solve solved
forward forwarded attach attached thank thanks apologise sorry appreciate
`);

/** How things are. */
export const QUALITIES = words(`
new late early wrong correct missing broken damaged faulty slow fast urgent unhappy satisfied
frustrated disappointed patient polite clear unclear complete incomplete available unavailable valid
invalid possible impossible difficult easy simple strange usual unusual regular monthly annual daily
final previous current following several additional extra free expensive cheap higher lower twice
third second same similar whole entire ready busy open locked blocked active inactive pending
overdue recent actual technical personal private public online offline local international automatic
manual temporary permanent
`);

/** Syllables of made-up names of persons, places and products: nobody who exists is meant. */
export const SYLLABLES = words(`
ka lo mi ra ten vor bel sil dan gre pol nu tas wi hol fen mar iko sun rel ba dro eli fra gus han jor
kir lem mon nev osk pra qui rob sta tul uma vin wex yar zel bri cla dov eri fos
`);

/** Short remarks in several scripts: records are UTF-8, and not everybody writes English. */
export const REMARKS = [
  '折り返し電話をください',
  'ご注文の確認が必要です',
  'Rückruf am Nachmittag gewünscht – möglichst vor 16 Uhr',
  'Réclamation : colis arrivé abîmé, échange demandé',
  'El cliente pide una confirmación por escrito',
  'клиент просит перезвонить завтра утром',
  'العميل يطلب نسخة من الفاتورة',
  'müşteri iade istiyor ☎',
  'très satisfait 👍 merci',
] as const;
