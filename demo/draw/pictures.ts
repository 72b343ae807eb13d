import { censusGrid } from "#demo/draw/data/census-grid";
import { harvestBars } from "#demo/draw/data/harvest-bars";
import { isobars } from "#demo/draw/data/isobars";
import { lakeOxygen } from "#demo/draw/data/lake-oxygen";
import { mekongSalinity } from "#demo/draw/data/mekong-salinity";
import { sonogram } from "#demo/draw/data/sonogram";
import { tideCurve } from "#demo/draw/data/tide-curve";
import { hanRiver } from "#demo/draw/land/han-river";
import { islandDots } from "#demo/draw/land/island-dots";
import { lakeLayers } from "#demo/draw/land/lake-layers";
import { meander } from "#demo/draw/land/meander";
import { pamirContours } from "#demo/draw/land/pamir-contours";
import { saltFlat } from "#demo/draw/land/salt-flat";
import { terracedHills } from "#demo/draw/land/terraced-hills";
import { cableMap } from "#demo/draw/maps/cable-map";
import { copperMap } from "#demo/draw/maps/copper-map";
import { eurasiaRail } from "#demo/draw/maps/eurasia-rail";
import { graticule } from "#demo/draw/maps/graticule";
import { jakartaJava } from "#demo/draw/maps/jakarta-java";
import { mekongDelta } from "#demo/draw/maps/mekong-delta";
import { monsoon } from "#demo/draw/maps/monsoon";
import { straitFerry } from "#demo/draw/maps/strait-ferry";
import { straitSection } from "#demo/draw/maps/strait-section";
import { arches } from "#demo/draw/objects/arches";
import { containers } from "#demo/draw/objects/containers";
import { gaugeDiagram } from "#demo/draw/objects/gauge-diagram";
import { indexCards } from "#demo/draw/objects/index-cards";
import { ledgerLines } from "#demo/draw/objects/ledger-lines";
import { letterforms } from "#demo/draw/objects/letterforms";
import { letterformsMatrix } from "#demo/draw/objects/letterforms-matrix";
import { seeds } from "#demo/draw/objects/seeds";
import { tidePole } from "#demo/draw/objects/tide-pole";
import { wafer } from "#demo/draw/objects/wafer";
import { whaleSong } from "#demo/draw/objects/whale-song";

/** Every picture of the demonstration, by the id its articles know it by. */
export const pictures: ReadonlyMap<string, () => string> = new Map([
  ["strait-ferry", straitFerry],
  ["strait-section", straitSection],
  ["mekong-salinity", mekongSalinity],
  ["letterforms-matrix", letterformsMatrix],
  ["lake-oxygen", lakeOxygen],
  ["mekong-delta", mekongDelta],
  ["tide-curve", tideCurve],
  ["eurasia-rail", eurasiaRail],
  ["terraced-hills", terracedHills],
  ["wafer", wafer],
  ["monsoon", monsoon],
  ["han-river", hanRiver],
  ["pamir-contours", pamirContours],
  ["jakarta-java", jakartaJava],
  ["cable-map", cableMap],
  ["meander", meander],
  ["island-dots", islandDots],
  ["census-grid", censusGrid],
  ["containers", containers],
  ["harvest-bars", harvestBars],
  ["ledger-lines", ledgerLines],
  ["copper-map", copperMap],
  ["seeds", seeds],
  ["sonogram", sonogram],
  ["isobars", isobars],
  ["lake-layers", lakeLayers],
  ["letterforms", letterforms],
  ["arches", arches],
  ["index-cards", indexCards],
  ["salt-flat", saltFlat],
  ["graticule", graticule],
  ["gauge-diagram", gaugeDiagram],
  ["tide-pole", tidePole],
  ["whale-song", whaleSong],
]);
