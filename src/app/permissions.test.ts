import { expect, test } from "vitest";
import { isId } from "#core/id.ts";
import { type Address, addresses, formFor, pathOf, shapeOf, thingsIn } from "#test/addresses.ts";
import { type Answer, type Asker, askers } from "#test/askers.ts";
import { makeThings, type Thing, type Things } from "#test/things.ts";
import { houseOn, town, type World } from "#test/world.ts";

const long = 240_000;

const routesOfTheHouse = (world: World): string[] =>
  houseOn(world.as("system").db, () => world.now)
    .routes.filter(({ method }) => method !== "ALL")
    .map(({ method, path }) => `${method} ${shapeOf(path)}`);

test("every route of the house stands in the table, and everything in the table is a route", () =>
  town(async (world) => {
    const routes = new Set(routesOfTheHouse(world));
    const written = new Set(addresses.map(({ method, pattern }) => `${method} ${shapeOf(pattern)}`));
    expect(routes.size, "no routes were read").toBeGreaterThan(200);
    expect([...routes].filter((route) => !written.has(route))).toEqual([]);
    expect([...written].filter((route) => !routes.has(route))).toEqual([]);
  }));

const answerOf = ({ status, headers }: Response): Answer | `status ${number}` => {
  if (status >= 500) return `status ${status}`;
  if (status === 404) return "missing";
  if (status === 403) return "forbidden";
  const asksToSignIn = status === 303 && headers.get("location")?.startsWith("/anmelden?weiter=");
  return asksToSignIn ? "signIn" : "ok";
};

type Question = { readonly address: Address; readonly path: string; readonly form: Record<string, string> };

/** Asks, and undoes whatever that changed; also tells how many events it left. */
const ask = async (world: World, { address, path, form }: Question, as: Asker) => {
  await world.sql("savepoint probe");
  const asking = address.method === "POST" ? { as, form } : { as };
  const answer = answerOf(await world.request(address.method, path, asking));
  const left = address.method === "POST" ? await world.sql("select count(*) as n from events") : undefined;
  await world.sql("rollback to savepoint probe");
  // Without it every question would stand within the one before, and each holds a lock until the end.
  await world.sql("release savepoint probe");
  return { answer, events: Number(left?.rows[0]?.["n"] ?? 0) };
};

const described = ({ address, path }: Question, as: Asker, answer: string): string =>
  `${address.method} ${path} as ${as}: ${answer}`;

// It asks the database with the rights of the owner, which the line of a test does not have.
const asked = addresses.filter(({ pattern }) => pattern !== "/readyz");

test(
  "every address answers everybody as the table says, and whoever is not let in changes nothing",
  { timeout: long },
  () =>
    town(async (world) => {
      const { first } = await makeThings(world);
      const wrong: string[] = [];
      for (const address of asked) {
        const question = { address, path: pathOf(address, first), form: formFor(address, first) };
        const seen = new Set<number>();
        for (const as of askers) {
          const { answer, events } = await ask(world, question, as);
          if (answer !== address.answers[as])
            wrong.push(`${described(question, as, answer)} instead of ${address.answers[as]}`);
          if (answer !== "ok") seen.add(events);
        }
        if (seen.size > 1) wrong.push(`${described(question, "visitor", "changed something")}`);
      }
      expect(wrong).toEqual([]);
    }),
);

// These are the same in every town.
const shared: ReadonlySet<Thing> = new Set([
  "subjectKind",
  "tracedKind",
  "book",
  "councilKind",
  "exportedFile",
  "list",
  "offerNumber",
  "paperSheet",
  "ballotReceipt",
  "releaseNumber",
  "styles",
  "surveyPage",
]);

/** The same address with one thing of another town, or with one that nobody ever made, among one's own. */
const foreignQuestions = (address: Address, own: Things, foreign: Things): Question[] =>
  [...thingsIn(address), ...Object.values(address.fields)]
    .filter((thing) => !shared.has(thing))
    .flatMap((thing) => {
      const made = foreign[thing];
      const unmade = isId(made) ? "01990000-0000-7000-8000-000000000000" : made.replace(/[a-z]/gu, "q");
      return [made, unmade].map((other) => ({ ...own, [thing]: other }));
    })
    .map((things) => ({ address, path: pathOf(address, things), form: formFor(address, things) }));

// A link that leads nowhere says so on a page of its own; what is not there cannot be removed, and that is no fault.
const gentle =
  /^\/anmelden\/link\/|^\/mein\/daten\/e-mail\/|\/(entfernen|ende)$|\/einladungen\/:invitation$/u;

const everyRole = `insert into grants (place_id, person_id, role)
  select $1, $2, unnest(array['representative', 'partner', 'editor', 'administrator', 'consortium', 'chair', 'juror'])`;

test("a thing of the other town is not there, however much the policies say yes", { timeout: long }, () =>
  town(async (world) => {
    const { first, second } = await makeThings(world);
    const { db } = world.as("system");
    const { n: before } = await db
      .selectFrom("events")
      .select((query) => query.fn.countAll<number>().as("n"))
      .executeTakeFirstOrThrow();
    await world.sql(everyRole, [world.first.id, world.cast.coordinator.id]);
    const wrong: string[] = [];
    for (const address of asked) {
      const ways: readonly Asker[] = ["coordinator", "volunteer", "representative"];
      const owner = ways.find((as) => address.answers[as] === "ok") ?? "coordinator";
      for (const question of foreignQuestions(address, first, second)) {
        for (const as of [owner, "foreignCoordinator"] as const) {
          const { answer, events } = await ask(world, question, as);
          const own = address.answers[as];
          const fine = answer === "missing" || (own === "ok" ? gentle.test(address.pattern) : answer === own);
          if (!fine) wrong.push(described(question, as, answer));
          if (address.method === "POST" && events !== Number(before))
            wrong.push(described(question, as, "changed something"));
        }
      }
    }
    expect(wrong).toEqual([]);
  }),
);

test("without row-level security somebody of the other town is still a stranger", { timeout: long }, () =>
  town(async (world) => {
    const { first } = await makeThings(world);
    await world.unfence();
    const wrong: string[] = [];
    for (const address of asked.filter(({ pattern }) => /^\/(mein|buero)/u.test(pattern))) {
      const question = { address, path: pathOf(address, first), form: formFor(address, first) };
      for (const as of ["foreignCoordinator", "foreignVolunteer"] as const) {
        const { answer } = await ask(world, question, as);
        if (answer !== address.answers[as])
          wrong.push(`${described(question, as, answer)} instead of ${address.answers[as]}`);
      }
    }
    expect(wrong).toEqual([]);
  }),
);
