import { lettersOf } from "./fold-text.ts";

/** Given names with the pet names people order under (English, German, French, Dutch). The first of a line stands for all. */
const LINES = `
james jim jimmy jamie jem
robert rob bob bobby robbie bert
john jon jack johnny jonathan johnathan
william will bill billy liam willy wim willem guillaume wilhelm willi
richard rick ricky dick rich
thomas tom tommy thom
michael mike mick mickey michel michiel mikey michi michal
charles charlie chuck karl carl carlos charly
joseph joe joey josef jos jef jupp
david dave davy
daniel dan danny dani
matthew matt matthias mathias matthieu mathieu mats matteo mateo thijs mathijs matthijs
anthony tony anton antoine antonio toon toni
andrew andy andreas andre andries drew dries
edward ed eddie ted eduard edouard ned
steven steve stephen stefan stephan stephane etienne steven stef
kenneth ken kenny
ronald ron ronnie
donald don donnie
timothy tim timo timmy
gregory greg gregor gregoire
nicholas nick nicolas nico niklas nikolaus klaus nicolaas niek claus nikolas
alexander alex alexandre xander sander sascha aleksander lex
benjamin ben benny benji
samuel sam sammy
christopher chris kris christoph christophe christoffel kit
peter pete pierre pieter piet petr
paul paulus pauli pablo
philip phil phillip philipp philippe filip flip
frederick fred freddy frederic friedrich fritz frederik freek frits
henry harry hank heinrich henri hendrik henk hein rik
lawrence larry laurence laurent laurens lorenz
patrick pat paddy patrice
raymond ray
gerald gerry jerry gerard gerhard gerd gerrit
joshua josh
jacob jake jakob jacques jaap koos
zachary zach zack
nathaniel nathan nate
leonard leo len lenny leon
maximilian max maxime maxim
sebastian seb bastian basti sebastien bas
johannes hans hannes jan johan hanns jannes joannes
georg george joerg jorg jurgen georges joris sjors
franz frank francis francois frans francesco
ludwig louis lou luis lewis lodewijk
rudolf rudi rolf
walter walt wolter
wolfgang wolf
manfred manni
dietrich dieter dirk
cornelis cees kees cornelius
elizabeth liz lizzie beth betty eliza elisabeth lisbeth lise elise liesbeth lisa elisa els elsbeth bess betsy
margaret maggie meg peggy marge margarete margaretha greta gretel marguerite margot margriet griet rita
catherine kate katie kathy cathy katherine kathleen katharina kathrin katrin catharina trijntje kat
mary maria marie molly polly marijke miep
anna anne ann annie anneke anja anouk hannah hanna nancy annette antje
jennifer jen jenny jenna
patricia patty trish tricia patti
susan sue susie suzanne susanne suzy sanne susi suzan
barbara barb babs barbie bärbel
jessica jess jessie
deborah deb debbie debra
rebecca becky becca rebekka
victoria vicky vicki tori viktoria
christine chris tina chrissie christina kristin kirsten kristina christel
alexandra sandra alexa sascha lexi
theresa terry tess tessa therese theresia
stephanie steph stefanie steffi fanny
samantha sammie
pamela pam
kimberly kim
dorothy dot dottie dorothea dora doris
charlotte lotte charlie lottie lotta
frances fran francine franziska francoise fransje
johanna joanna jo jeanne jane janet joan hanneke janneke jana
helen ellen helene helena nell lena eleni
julia julie jule juliette julie
emily em emmy emilia emilie
caroline carol carrie karoline carolin carolina
gabriele gabi gabrielle gaby gabriella
sabine bine sabina
ursula uschi ulla
monika moni monique monica
petra petronella
wilhelmina willemijn mien mina minna
amanda mandy
jacqueline jackie
virginia ginny
olivia liv livia
abigail abby
madeline maddie madeleine magdalena lena
natalie nat nathalie
veronica ronnie veronika veronique vera
sophia sophie sofia sofie
eleanor ellie nora elly leonore eleonore`;

const GIVEN = new Map<string, string>();
for (const line of LINES.trim().split("\n")) {
  const [given = "", ...others] = line.split(" ").map(lettersOf);
  for (const name of [given, ...others]) if (!GIVEN.has(name)) GIVEN.set(name, given);
}

/** The given name a pet name stands for ("bob" → "robert"); the name itself when none is known. Folded letters in and out. */
export function givenName(folded: string): string {
  return GIVEN.get(folded) ?? folded;
}

/** Whether a name stands in the table: then it is no slip of another that stands there, too. */
export function isGivenName(folded: string): boolean {
  return GIVEN.has(folded);
}
