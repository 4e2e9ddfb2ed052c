import { type Actor, type PersonActor, type Role, system } from "#core/actor.ts";
import type { Context, Place } from "#core/context.ts";
import { found } from "#core/errors.ts";
import type { Id } from "#core/id.ts";
import type { Story } from "#core/module.ts";
import { openAccount, settle } from "./accounts/commands.ts";
import { changePerson, type KeptPerson, keepPerson } from "./commands.ts";
import { giveConsent } from "./consents/commands.ts";
import { type DemoAccount, demoAccounts, demoPassword } from "./demo/vocabulary.ts";
import { grantRole } from "./grants/commands.ts";
import { givePassword, hashPassword } from "./passwords/commands.ts";
import { findActorByEmail } from "./queries.ts";
import material from "./seed-people.json" with { type: "json" };
import type { AgeBand, ContactWay, PersonLanguage, Purpose } from "./vocabulary.ts";

const day = 86_400_000;
const months = 36;

// A generator of our own: the same town on every machine (mulberry32).
const dice = (start: number) => {
  let state = start;
  return (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
};

type Dice = ReturnType<typeof dice>;

const pick = <T>(roll: Dice, list: readonly T[]): T => found(list[Math.floor(roll() * list.length)]);

const weighted = <T>(roll: Dice, list: readonly (readonly [weight: number, item: T])[]): T => {
  let rest = roll() * list.reduce((sum, [weight]) => sum + weight, 0);
  for (const [weight, item] of list) {
    rest -= weight;
    if (rest < 0) return item;
  }
  return found(list[0])[1];
};

const villages = {
  first: [
    [62, ["02943", "Weißwasser"]],
    [7, ["02943", "Boxberg"]],
    [7, ["02959", "Schleife"]],
    [4, ["02959", "Trebendorf"]],
    [7, ["02956", "Rietschen"]],
    [4, ["02957", "Weißkeißel"]],
    [5, ["02957", "Krauschwitz"]],
    [4, ["02953", "Bad Muskau"]],
  ],
  second: [[1, ["06886", "Elbaue"]]],
} as const;

type Town = keyof typeof villages;

const plainName = (name: string): string =>
  name
    .normalize("NFKD")
    .replace(/ł/gu, "l")
    .replace(/ß/gu, "ss")
    .replace(/[^A-Za-z ]/gu, "")
    .toLowerCase()
    .replaceAll(" ", ".");

// Telephone numbers that the Federal Network Agency keeps free for stories.
const phoneOf = (index: number): string => {
  const tail = String(index % 100).padStart(2, "0");
  return index < 100
    ? `0171 39200${tail}`
    : index < 200
      ? `0176 040690${tail}`
      : `030 23125${String(index).padStart(3, "0")}`;
};

const agesOf = (roll: Dice): AgeBand =>
  weighted(roll, [
    [92, "adult"],
    [5, "16to17"],
    [3, "under16"],
  ]);

const ways: Readonly<Record<"online" | "offline", readonly (readonly [number, ContactWay])[]>> = {
  online: [
    [7, "email"],
    [3, "phone"],
  ],
  offline: [
    [7, "phone"],
    [2, "post"],
    [1, "visit"],
  ],
};

type Somebody = { readonly person: KeptPerson; readonly online: boolean };

const somebody = (roll: Dice, town: Town, index: number): Somebody => {
  const origin = weighted(
    roll,
    Object.values(material.origins).map((candidate) => [candidate.weight, candidate] as const),
  );
  const name = `${pick(roll, origin.first)} ${pick(roll, origin.last)}`;
  const [postcode, townName] = weighted<readonly [string, string]>(roll, villages[town]);
  const online = roll() < 0.45;
  const ageBand = agesOf(roll);
  const language = (origin.language === "de" || roll() < 0.4 ? origin.language : "de") as PersonLanguage;
  const guardian =
    ageBand === "under16"
      ? {
          guardianName: `${pick(roll, origin.first)} ${name.split(" ").at(-1)}`,
          guardianContact: phoneOf(index),
          guardianAgreed: roll() < 0.7,
        }
      : {};
  return {
    online,
    person: {
      name,
      postcode,
      townName,
      ageBand,
      language,
      contactBy: weighted(roll, ways[online ? "online" : "offline"]),
      phone: phoneOf(index),
      street: `${pick(roll, material.streets)} ${1 + Math.floor(roll() * 60)}`,
      ...(roll() < 0.4 ? { reachable: pick(roll, material.hours) } : {}),
      ...(online ? { email: `${plainName(name)}.${index}@post.example` } : {}),
      ...guardian,
    },
  };
};

const join = async (ctx: Context, roll: Dice, { person, online }: Somebody): Promise<void> => {
  const id =
    online && person.email ? await joinOnline(ctx, person, person.email) : await joinByOffice(ctx, person);
  const purposes: Purpose[] = ["file"];
  if (roll() < 0.8) purposes.push("suggestions", "referral");
  if (roll() < 0.35) purposes.push("newsletter");
  const how = weighted(roll, [
    [5, "counter"],
    [4, "phone"],
    [1, "paper"],
  ] as const);
  for (const purpose of purposes) await giveConsent(ctx, { personId: id, purpose, how });
};

const joinOnline = async (ctx: Context, person: KeptPerson, email: string): Promise<Id<"person">> => {
  const id = await settle(ctx, { accountId: await openAccount(ctx, email), email, name: person.name });
  await changePerson(ctx, id, person);
  return id;
};

const joinByOffice = async (ctx: Context, person: KeptPerson): Promise<Id<"person">> => {
  const kept = await keepPerson(ctx, person, { despiteDouble: true });
  if (!kept.ok) throw new Error("a person of the example town was taken for another");
  return kept.value;
};

const rolesOf: Readonly<Partial<Record<DemoAccount["part"], readonly Role[]>>> = {
  coordinator: ["coordinator"],
  colleague: ["coordinator"],
  editor: ["editor"],
  administrator: ["administrator"],
  consortium: ["consortium"],
  chair: ["chair", "consortium"],
  juror: ["juror"],
  programme: ["programme"],
};

// Most were there from the start; the colleague came a year later, the newcomer ten days ago.
const arrivalOf = (story: Story, { part }: DemoAccount): Date => {
  const days = part === "newcomer" ? 10 : part === "colleague" ? 2 * 365 : months * 30 + 10;
  return new Date(+story.today - days * day);
};

const admit = (story: Story, place: Place, account: DemoAccount, passwordHash: string): Promise<void> =>
  story.tell(place, arrivalOf(story, account), system, async (ctx) => {
    const { email, name, part } = account;
    const accountId = await openAccount(ctx, email);
    await givePassword(ctx, accountId, passwordHash);
    const personId = await settle(ctx, { accountId, email, name });
    const { postcode, name: townName } = place;
    await changePerson(ctx, personId, {
      name,
      email,
      postcode,
      townName,
      ageBand: "adult",
      language: "de",
      contactBy: "email",
    });
    for (const role of rolesOf[part] ?? []) await grantRole(ctx, { personId, role });
    for (const purpose of ["file", "suggestions", "referral"] as const)
      await giveConsent(ctx, { personId, purpose, how: "web" });
  });

type Crowd = {
  readonly town: Town;
  readonly place: Place;
  readonly size: number;
  readonly coordinator: Actor;
};

// One moment a month, at the counter: whoever came in it.
const fill = async (story: Story, { town, place, size, coordinator }: Crowd): Promise<void> => {
  const roll = dice(town === "first" ? 2015 : 2016);
  const crowd = Array.from({ length: size }, (_, index) => somebody(roll, town, index));
  for (let month = 0; month < months; month += 1) {
    const coming = crowd.filter((_, index) => Math.floor((index * months) / size) === month);
    const at = new Date(+story.today - (months - month) * 30 * day + 10 * 3_600_000);
    await story.tell(place, at, coordinator, async (ctx) => {
      for (const one of coming) await join(ctx, roll, one);
    });
  }
};

const coordinatorOf = (story: Story, place: Place, email: string): Promise<PersonActor> =>
  story.tell(place, story.today, system, async (ctx) => found(await findActorByEmail(ctx, email)));

/** The demonstration's people, and everybody who came to the contact point in three years. */
export const seed = async (story: Story): Promise<void> => {
  const { first, second } = story.places;
  const passwordHash = await hashPassword(demoPassword);
  const inSecond = demoAccounts.filter(({ email }) => email.endsWith("@elbaue.example"));
  const inFirst = demoAccounts.filter((account) => !inSecond.includes(account));
  for (const account of inFirst) await admit(story, first, account, passwordHash);
  for (const account of inSecond) await admit(story, second, account, passwordHash);
  const coordinator = await coordinatorOf(story, first, "koordination@weisswasser.example");
  await fill(story, { town: "first", place: first, size: 300 - inFirst.length, coordinator });
  const colleague = await coordinatorOf(story, second, "koordination@elbaue.example");
  await fill(story, { town: "second", place: second, size: 30 - inSecond.length, coordinator: colleague });
  story.report("330 people in two towns");
};
