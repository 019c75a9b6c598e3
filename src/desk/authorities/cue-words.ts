// The words by which English prose says what kind of thing a name stands for. Folded; plural forms are found by their stem.

const words = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/))

/** What organisations are called. */
export const organisationWords = words(`
  academy administration agency air alliance army assembly association authority bank battalion board brigade brigades bureau cabinet
  cartel center centre chamber church coalition command commission committee community company congress consortium
  conference confederation cooperative coordination corporation corps council court crescent cross defence defense department directorate
  division faction federation fleet forum force forces foundation framework front fund gang group groupement guard guards
  gendarmerie institute institution intelligence junta laboratory league legion media militia ministry mission mossad movement navy network
  office opposition organisation organization parliament partnership party police polisario program programme project province
  regiment resistance secretariat security senate service services shipyard society squad state summit supporters syndicate task team
  treaty tribunal troops union unit university`)

/** Words of places, behind or before the name. */
export const placeWords = words(`
  airbase airport archipelago base bay border canal cape capital city corridor desert district forest governorate gulf harbor harbour
  island islands lake mount mountain mountains ocean oblast peninsula plateau port prefecture province region republic river
  sahara sea strait straits territory town valley village wilayat zone`)

/** Weapons, where they stand beside a name or a mark. */
export const weaponWords = words(`
  aircraft airplane artillery bomb bomber bombers corvette destroyer drone drones fighter fighters frigate gun helicopter helicopters
  howitzer howitzers interceptor jet jets launcher launchers loitering minesweeper missile missiles mortar munition munitions radar radars
  rifle rifles rocket rockets submarine submarines system systems tank tanks torpedo torpedoes uav uavs vehicle vehicles warhead warship`)

/** Offices, which stand before the name of whoever holds them. */
export const officeWords = words(`
  admiral advisor adviser ambassador analyst ayatollah brigadier captain chair chairman chairwoman chancellor chief cleric colonel commander
  commissioner congressman counsel deputy dictator diplomat director doctor dr emir emperor envoy expert father foreign founder general governor
  head imam inspector interior journalist judge junta-leader justice king leader lieutenant lt col gen maj major mayor mr mrs ms minister
  minister-president monarch mufti mullah official officer opposition pope premier president prime prince princess professor prosecutor queen
  rear representative researcher secretary secretary-general senator sergeant shaikh sheikh speaker spokesman spokesperson spokeswoman
  strongman sultan vice warlord`)

/** What people do in reports and weapons never: behind a name it makes a speaker of it. */
export const speechWords = words(`
  accused added admitted affirmed announced argued asserted boasted called claimed commented condemned confirmed declared denied
  emphasized explained expressed insisted lamented maintained met noted observed pledged praised proclaimed quipped recalled rejected remarked
  replied reported reiterated revealed said says stated stressed suggested tells told travelled traveled tweeted urged vowed visited
  warned wrote`)

/** In front of a name they make a place of it. */
export const placePrepositions = words('in at near from to around outside inside across toward towards into')

/** Capitals at the head of a sentence that name nothing. */
export const ordinaryWords = words(`
  a about above according accordingly additionally after again against ahead all along already also although amid among an and another any apart
  are as aside at away based be because been before behind being below besides better between beyond both but by can despite
  during each earlier either elsewhere especially even eventually ever every everyone experts few finally first five following for
  former four from further furthermore given had has have having he hence her here his how however i if in indeed instead in-depth
  into is it its itself just last later lastly latter less like likewise local many meanwhile more moreover most much my
  nearly neither never nevertheless next no nobody none nonetheless nor not nothing notably now of often on once one only
  or other others our out over overall owing part perhaps previously prior rather recent recently regarding regardless second see
  seven several she should similarly simply since six so some somehow source sources still subsequently such sure ten than that the their them
  then there thereafter therefore these they third this those though three through throughout thus to today together too two
  under unlike until unless up upon us very was we well were what whatever when where whether which while who whoever whose why
  will with within without would yes yet you your officials analysts observers critics authorities government people
  january february march april may june july august september october november december monday tuesday wednesday thursday friday
  saturday sunday`)

/** Small words that may stand inside a name, before a further capital. */
export const joints = words(
  'of the de du des del la las los le les da do dos das di van von der den bin ibn ben al el ul bint abu y e ou for and',
)

/** Parts of the world, creeds and camps as adjectives: with nothing else they name nobody. */
export const regionWords = words(`
  africa african africans america american americans arab arabs asia asian balkan baltic caribbean caucasian caucasus central chavista christian
  christians east eastern euro europe european europeans francophone global hispanic islamic islamist islamists jewish jews latin marxist
  mediterranean middle muslim muslims north northeast northern northwest oriental orthodox pacific sahel sahelian sahelians salafist
  shia shiite soviet south southeast southern southwest sub-saharan sunni west western zionist bolivarian sino russo anglophone jihadist jihadists communist
  socialist nazi tuareg kurdish kurds pashtun baloch arabic english french spanish`)
