import type { Actor } from "#core/actor.ts";
import { system } from "#core/actor.ts";
import type { Context, Place } from "#core/context.ts";
import type { Database } from "#core/db.ts";
import { during } from "#core/during.ts";
import type { Story } from "#core/module.ts";
import { changePlace, foundPlace, type NewPlace } from "#modules/places/commands.ts";
import { listPlaces } from "#modules/places/queries.ts";
import { modules } from "./modules.ts";

const dayLength = 86_400_000;
const years = (count: number): number => count * 365 * dayLength;

const towns = (today: Date): readonly NewPlace[] => [
  {
    slug: "weisswasser",
    hosts: ["weisswasser.localhost", "localhost"],
    name: "Weißwasser",
    fullName: "Große Kreisstadt Weißwasser/Oberlausitz",
    sorbianName: "Běła Woda",
    municipalityKey: "14626600",
    postcode: "02943",
    latitude: 51.504,
    longitude: 14.6402,
    languages: ["de", "hsb", "de-x-easy", "en"],
    demo: true,
    createdAt: new Date(today.getTime() - years(3) - dayLength),
  },
  {
    slug: "elbaue",
    hosts: ["elbaue.localhost"],
    name: "Elbaue",
    fullName: "Stadt Elbaue",
    postcode: "06886",
    latitude: 51.8671,
    longitude: 12.6484,
    languages: ["de", "en"],
    demo: true,
    createdAt: new Date(today.getTime() - years(3)),
  },
];

const green = { accentLight: "#0a5c63", accentDark: "#7fd0d2", accentDeep: "#0b474d" };
const plum = { accentLight: "#6b3a78", accentDark: "#d6abe2", accentDeep: "#4a2457" };

const firstTown = {
  ...green,
  name: "Weißwasser",
  fullName: "Große Kreisstadt Weißwasser/Oberlausitz",
  sorbianName: "Běła Woda",
  lead: "Hier finden Menschen und Aufgaben zueinander. Und hier steht, was daraus wird.",
  languages: ["de", "hsb", "de-x-easy", "en"] as ("de" | "hsb" | "de-x-easy" | "en")[],
  officeName: "Anlaufstelle im Alten Lesesaal",
  officeStreet: "Glasmacherplatz 4",
  officePostcode: "02943",
  officeTown: "Weißwasser",
  officePhone: "03576 123456-0",
  officeEmail: "post@weisswasser.example",
  officePeople: "Maria Noack und Jens Kubitz",
  openingHours: "Di und Do 9–12 und 14–18 Uhr",
  legalOperator: "Netzwerk Alter Lesesaal e.V.",
  legalForm: "eingetragener Verein",
  legalRepresentative: "der Vorstand: Renate Kschischan, Uwe Mattick",
  legalRegister: "Amtsgericht Dresden, VR 99999 (Beispiel)",
  legalResponsible: "Maria Noack, Glasmacherplatz 4, 02943 Weißwasser",
  privacyContact: "datenschutz@weisswasser.example",
  supervisoryAuthority: "Sächsische Datenschutz- und Transparenzbeauftragte, Dresden",
};

const secondTown = {
  ...plum,
  name: "Elbaue",
  fullName: "Stadt Elbaue",
  lead: "Kleine Stadt, viele Hände: Hier steht, wo Ihre gebraucht werden.",
  languages: ["de", "en"] as ("de" | "en")[],
  officeName: "Anlaufstelle am Fährhaus",
  officeStreet: "Fährgasse 2",
  officePostcode: "06886",
  officeTown: "Elbaue",
  officePhone: "03491 98765-0",
  officeEmail: "post@elbaue.example",
  officePeople: "Ines Albrecht",
  openingHours: "Mi 10–16 Uhr",
  legalOperator: "Bürgerstiftung Elbaue",
  legalForm: "Stiftung bürgerlichen Rechts",
  legalRepresentative: "die Vorsitzende Ines Albrecht",
  legalResponsible: "Ines Albrecht, Fährgasse 2, 06886 Elbaue",
  privacyContact: "datenschutz@elbaue.example",
  supervisoryAuthority: "Landesbeauftragte für den Datenschutz Sachsen-Anhalt, Magdeburg",
};

const bySlug = (places: readonly Place[], slug: string): Place => {
  const place = places.find((candidate) => candidate.slug === slug);
  if (!place) throw new Error(`the example town ${slug} was not founded`);
  return place;
};

/**
 * Tells the example towns: every module its part, through its own commands, each moment at its own date before `today`.
 * The same day gives the same towns.
 */
export const tellStory = async (db: Database, today: Date, report: (line: string) => void): Promise<void> => {
  const started = performance.now();
  for (const town of towns(today)) await foundPlace(db, town);
  const tell = <T>(place: Place, at: Date, actor: Actor, work: (ctx: Context) => Promise<T>): Promise<T> =>
    during(db, { place, actor, now: at, language: "de" }, "read write", work);
  const founded = await listPlaces(db);
  const begin = new Date(today.getTime() - years(3));
  await tell(bySlug(founded, "weisswasser"), begin, system, (ctx) => changePlace(ctx, firstTown));
  await tell(bySlug(founded, "elbaue"), begin, system, (ctx) => changePlace(ctx, secondTown));
  const places = await listPlaces(db);
  const story: Story = {
    today,
    places: { first: bySlug(places, "weisswasser"), second: bySlug(places, "elbaue") },
    tell,
    report: (line) => report(`  ${line}`),
  };
  for (const module of modules) {
    if (!module.seed) continue;
    const since = performance.now();
    await module.seed(story);
    report(`  ${module.name}: told in ${((performance.now() - since) / 1000).toFixed(1)} s`);
  }
  report(`The example town is there, after ${((performance.now() - started) / 1000).toFixed(1)} s.`);
};
