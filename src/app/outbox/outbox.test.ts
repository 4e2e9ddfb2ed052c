import { expect, test } from "vitest";
import { runJobsWithin } from "#core/jobs-run.ts";
import { sendMail } from "#core/mail.ts";
import { town, type World } from "#test/world.ts";
import { paths } from "./paths.ts";

const write = async (world: World, key = "hello"): Promise<string> => {
  const ctx = world.as("system");
  await sendMail(ctx, {
    key,
    kind: "test.written",
    to: { email: "frieda@musterstadt.example", name: "Frieda", personId: world.cast.volunteer.id },
    subject: "Ein Platz für Sie",
    paragraphs: ["Am Dienstag wird jemand gebraucht. <script>alert(1)</script>"],
    actions: [{ label: "Platz ansehen", path: "/angebote/vorlesen" }],
  });
  const { id } = await ctx.db
    .selectFrom("mails")
    .select("id")
    .where("key", "=", key)
    .executeTakeFirstOrThrow();
  return id;
};

const setMail = (world: World, id: string, what: string) =>
  world.sql(`update mails set ${what} where id = '${id}'`);

test("the office reads what was written, with addresses that can be followed", () =>
  town(async (world) => {
    const id = await write(world);
    const list = await (await world.request("GET", "/buero/postausgang", { as: "coordinator" })).text();
    expect(list).toContain("Ein Platz für Sie");
    expect(list).toContain("wartet");
    const reply = await world.request("GET", `/buero/postausgang/${id}`, { as: "coordinator" });
    expect(reply.status).toBe(200);
    const page = await reply.text();
    expect(page).toMatch(/href="http:\/\/musterstadt\.test[^"]*\/angebote\/vorlesen"/u);
    expect(page).not.toContain("<script>alert");
  }));

test("the letter itself can do nothing in the reader's browser", () =>
  town(async (world) => {
    const id = await write(world);
    const reply = await world.request("GET", `/buero/postausgang/${id}/brief`, { as: "coordinator" });
    expect(reply.headers.get("content-security-policy")).toMatch(/^default-src 'none';.*sandbox$/u);
    expect(await reply.text()).toContain("&lt;script&gt;");
  }));

test("a letter that opens an account is read by nobody but its recipient", () =>
  town(async (world) => {
    const { id } = await world
      .as("system")
      .db.insertInto("mails")
      .values({
        key: "secret",
        kind: "account.secret",
        recipientEmail: "frieda@musterstadt.example",
        subject: "Ihr Link",
        textBody: "geheim-im-text",
        htmlBody: "geheim-im-brief",
      })
      .returning("id")
      .executeTakeFirstOrThrow();
    const path = paths.mail(id);
    const page = await (await world.request("GET", path, { as: "coordinator" })).text();
    expect(page).toContain("Nur wer ihn bekommt");
    expect(page).not.toContain("geheim");
    const letter = await (await world.request("GET", `${path}/brief`, { as: "coordinator" })).text();
    expect(letter).not.toContain("geheim");
  }));

test("nobody else reads the post, not even the office next door", () =>
  town(async (world) => {
    const id = await write(world);
    for (const path of ["/buero/postausgang", `/buero/postausgang/${id}`, `/buero/postausgang/${id}/brief`]) {
      expect((await world.request("GET", path, { as: "volunteer" })).status).toBe(403);
      expect((await world.request("GET", path, { as: "representative" })).status).toBe(403);
      expect((await world.request("GET", path)).status).not.toBe(200);
    }
    const foreign = { as: "foreignCoordinator", town: "second" } as const;
    expect((await world.request("GET", `/buero/postausgang/${id}`, foreign)).status).toBe(404);
    expect(await (await world.request("GET", "/buero/postausgang", foreign)).text()).not.toContain(
      "Ein Platz für Sie",
    );
  }));

test("a mail that was given up is sent again once; one that is underway or has left is not", () =>
  town(async (world) => {
    const id = await write(world);
    const again = () =>
      world.request("POST", `/buero/postausgang/${id}/sendungen`, { as: "coordinator", form: {} });
    expect((await again()).status).toBe(409);
    let carried = 0;
    const giveUp = {
      name: "mail.send",
      run: async () => {
        carried += 1;
      },
    };
    expect(await runJobsWithin(world.as("system"), [giveUp])).toBe(1);
    await setMail(world, id, "attempts = 9, last_error = '550 no such user'");
    const page = await (await world.request("GET", `/buero/postausgang/${id}`, { as: "coordinator" })).text();
    expect(page).toContain("550 no such user");
    expect((await again()).status).toBe(303);
    expect((await again()).status).toBe(409);
    await setMail(world, id, "sent_at = now(), last_error = null");
    expect((await again()).status).toBe(409);
    expect(carried).toBe(1);
  }));

test("the list has pages and states, and bad addresses do no harm", () =>
  town(async (world) => {
    for (let n = 0; n < 35; n += 1) await write(world, `mail ${n}`);
    const get = async (path: string) => (await world.request("GET", path, { as: "coordinator" })).text();
    expect(await get("/buero/postausgang")).toContain("1–30 von 35");
    expect(await get("/buero/postausgang?zustand=waiting&seite=2")).toContain("31–35 von 35");
    expect(await get("/buero/postausgang?zustand=sent")).toContain("Hier liegt keine Nachricht.");
    expect(await get("/buero/postausgang?zustand=%27&seite=-1")).toContain("1–30 von 35");
    expect((await world.request("GET", "/buero/postausgang/kein-brief", { as: "coordinator" })).status).toBe(
      404,
    );
  }));
