import { article as aBorderDrawnByARiverThatMoved } from "./articles/a-border-drawn-by-a-river-that-moved.ts";
import { article as aRailwayWaitsForItsGauge } from "./articles/a-railway-waits-for-its-gauge.ts";
import { article as aSeedBankLearnsToForget } from "./articles/a-seed-bank-learns-to-forget.ts";
import { article as anOperaHouseWithoutARoof } from "./articles/an-opera-house-without-a-roof.ts";
import { article as chipsSandAndPatience } from "./articles/chips-sand-and-patience.ts";
import { article as countingWhalesByEar } from "./articles/counting-whales-by-ear.ts";
import { article as footballOnTheSaltFlats } from "./articles/football-on-the-salt-flats.ts";
import { article as howToRunACensusOnFoot } from "./articles/how-to-run-a-census-on-foot.ts";
import { article as inPraiseOfSlowPorts } from "./articles/in-praise-of-slow-ports.ts";
import { article as jakartaMovesItsArchive } from "./articles/jakarta-moves-its-archive.ts";
import { article as letTheMapBeWrong } from "./articles/let-the-map-be-wrong.ts";
import { article as pamirsGlacierLedger } from "./articles/pamirs-glacier-ledger.ts";
import { article as seoulHangangNightSwimmers } from "./articles/seoul-hangang-night-swimmers.ts";
import { article as smallBanksLongMemories } from "./articles/small-banks-long-memories.ts";
import { article as theAirportWithOneFlightAWeek } from "./articles/the-airport-with-one-flight-a-week.ts";
import { article as theCableMendersOfTheAtlantic } from "./articles/the-cable-menders-of-the-atlantic.ts";
import { article as theCaseForBoringMinisters } from "./articles/the-case-for-boring-ministers.ts";
import { article as theCopperArithmetic } from "./articles/the-copper-arithmetic.ts";
import { article as theDictionaryThatTookACentury } from "./articles/the-dictionary-that-took-a-century.ts";
import { article as theFerryThatKeepsTheStraitOpen } from "./articles/the-ferry-that-keeps-the-strait-open.ts";
import { article as theForecastThatSaidItDidNotKnow } from "./articles/the-forecast-that-said-it-did-not-know.ts";
import { article as theLastTideClerkOfIncheon } from "./articles/the-last-tide-clerk-of-incheon.ts";
import { article as thePriceOfAnEmptyContainer } from "./articles/the-price-of-an-empty-container.ts";
import { article as thePrinterOfLostAlphabets } from "./articles/the-printer-of-lost-alphabets.ts";
import { article as theSchoolUnderTheMonsoon } from "./articles/the-school-under-the-monsoon.ts";
import { article as theVillageThatHiredItsGrandchildren } from "./articles/the-village-that-hired-its-grandchildren.ts";
import { article as whatTheMekongTellsTheRice } from "./articles/what-the-mekong-tells-the-rice.ts";
import { article as whoInsuresTheHarvest } from "./articles/who-insures-the-harvest.ts";
import { article as whyTheLakeTurnedOver } from "./articles/why-the-lake-turned-over.ts";
import type { DemoArticle } from "./demo-types.ts";

/** Newest first: the embargoed one, then what is published, then what is not yet scheduled. */
export const articles: DemoArticle[] = [
  theCopperArithmetic,
  theFerryThatKeepsTheStraitOpen,
  whatTheMekongTellsTheRice,
  theLastTideClerkOfIncheon,
  thePriceOfAnEmptyContainer,
  aRailwayWaitsForItsGauge,
  inPraiseOfSlowPorts,
  theCableMendersOfTheAtlantic,
  theVillageThatHiredItsGrandchildren,
  aSeedBankLearnsToForget,
  chipsSandAndPatience,
  thePrinterOfLostAlphabets,
  theSchoolUnderTheMonsoon,
  seoulHangangNightSwimmers,
  whoInsuresTheHarvest,
  aBorderDrawnByARiverThatMoved,
  jakartaMovesItsArchive,
  countingWhalesByEar,
  theAirportWithOneFlightAWeek,
  theForecastThatSaidItDidNotKnow,
  smallBanksLongMemories,
  anOperaHouseWithoutARoof,
  whyTheLakeTurnedOver,
  letTheMapBeWrong,
  theDictionaryThatTookACentury,
  pamirsGlacierLedger,
  footballOnTheSaltFlats,
  howToRunACensusOnFoot,
  theCaseForBoringMinisters,
];
