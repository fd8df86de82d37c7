import { zoneOf } from "#app/infra/zone.server.ts";

/** With a clock that changes, so that a day is not always 24 hours. */
export const BERLIN = zoneOf("Europe/Berlin");
