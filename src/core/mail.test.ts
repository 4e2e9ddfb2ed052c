import { setTimeout as wait } from "node:timers/promises";
import { SMTPServer } from "smtp-server";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { type Committed, openCommitted, until } from "#test/committed.ts";
import type { Place } from "./context.ts";
import { startWorker, type Worker } from "./jobs-worker.ts";
import { sendMail } from "./mail.ts";
import type { MailDraft } from "./mail-letter.ts";
import { mailJob } from "./mail-sending.ts";
import { type MailTransport, mailTransport } from "./mail-transport.ts";

/** How the mail server behaves; tests change it while it runs. */
type Mood = "well" | "drops" | "silent" | 451 | 550;

let town: Committed;
let server: SMTPServer;
let port: number;
let mood: Mood;
let taken: string[];
let worker: Worker | undefined;
let transport: MailTransport | undefined;

const letter = (key: string, more: Partial<MailDraft> = {}): MailDraft => ({
  key,
  kind: "test.written",
  to: { email: "frieda@musterstadt.example", name: "Frieda" },
  subject: "Ein Platz für Sie",
  paragraphs: ["Am Dienstag wird jemand gebraucht."],
  actions: [{ label: "Platz ansehen", path: "/angebote/vorlesen" }],
  ...more,
});

const openServer = async (at = 0): Promise<void> => {
  server = new SMTPServer({
    disabledCommands: ["AUTH", "STARTTLS"],
    logger: false,
    onData: (stream, session, callback) => {
      const parts: Buffer[] = [];
      stream.on("data", (part: Buffer) => parts.push(part));
      stream.on("end", () => {
        if (mood === "silent") return;
        if (mood === "drops") return void dropAll(session.id);
        if (mood !== "well") return callback(Object.assign(new Error("not now"), { responseCode: mood }));
        taken.push(Buffer.concat(parts).toString("utf8"));
        callback();
      });
    },
  });
  server.on("error", () => undefined);
  await new Promise<void>((resolve) => server.listen(at, "127.0.0.1", resolve));
  const address = server.server.address();
  port = typeof address === "object" && address ? address.port : 0;
};

const closeServer = () => new Promise<void>((resolve) => server.close(() => resolve()));

// The connection ends without an answer, after the whole mail was received.
const dropAll = (session: string): void => {
  for (const connection of server.connections) {
    if (Reflect.get(connection, "id") === session) Reflect.get(connection, "_socket").destroy();
  }
};

const startSending = async (): Promise<void> => {
  const settings = {
    SMTP_URL: `smtp://127.0.0.1:${port}`,
    PORT: 3000,
    BASE_URL: undefined,
    MAIL_FROM: undefined,
  };
  transport = mailTransport(settings, { connecting: 300, silent: 300 });
  if (!transport) throw new Error("There is no way to the mail server.");
  const jobs = [mailJob(transport, { PORT: 3000 })];
  const log = { info: () => undefined, warn: () => undefined, error: () => undefined };
  worker = await startWorker({ ...town, jobs, places: async () => town.places, log });
};

const write = (draft: MailDraft, place: Place = town.first, now = new Date()) =>
  town.at(place, (ctx) => sendMail(ctx, draft), { now });

const mailOf = (key: string) =>
  town.at(town.first, (ctx) => ctx.db.selectFrom("mails").selectAll().where("key", "=", key).execute());

const isSent = async (key: string) => (await mailOf(key))[0]?.sentAt !== null;

beforeAll(async () => {
  town = await openCommitted();
  await openServer();
});

afterEach(async () => {
  await worker?.stop();
  transport?.close();
  worker = undefined;
  mood = "well";
  taken = [];
});

afterAll(async () => {
  await closeServer();
  await town.close();
});

mood = "well";
taken = [];

test("a mail has two parts, the town's address, a reason, and a way out", async () => {
  await startSending();
  await write(letter("two-parts", { unsubscribePath: "/newsletter/abmelden/x" }));
  await until(() => taken.length === 1);
  const [raw = ""] = taken;
  expect(raw).toMatch(/^Content-Type: multipart\/alternative/mu);
  expect(raw).toMatch(/^List-Unsubscribe: <http:\/\/musterstadt\.test:3000\/newsletter\/abmelden\/x>/mu);
  expect(raw).toMatch(/^Reply-To: post@musterstadt\.example/mu);
  const [mail] = await mailOf("two-parts");
  expect(raw).toContain(`Message-ID: <${mail?.id}@musterstadt.test>`);
  expect(mail?.textBody).toContain("Guten Tag Frieda,");
  expect(mail?.textBody).toContain("Sie bekommen diese Nachricht, weil");
  expect(mail?.htmlBody).toContain('<html lang="de">');
});

test("lists stand under their headings, each line with its link, and over plain http nobody is promised one click", async () => {
  await startSending();
  const items = [{ title: "Vorlesen <b>", text: "Noch 2 Plätze", path: "/angebote/vorlesen" }];
  const lists = [{ heading: "Neu zu Ihren Suchen", items }];
  await write(letter("lists", { lists, unsubscribePath: "/nachrichten/x" }));
  await until(() => taken.length === 1);
  expect(taken[0]).not.toContain("List-Unsubscribe-Post");
  const [mail] = await mailOf("lists");
  expect(mail?.textBody).toContain(
    "Neu zu Ihren Suchen\n\n– Vorlesen <b>\n  Noch 2 Plätze\n  {{origin}}/angebote/vorlesen",
  );
  expect(mail?.htmlBody).toContain('href="{{origin}}/angebote/vorlesen"');
  expect(mail?.htmlBody).toContain("Vorlesen &lt;b&gt;</a><br>Noch 2 Plätze");
});

test("the same key twenty times at once is one mail", async () => {
  await startSending();
  await Promise.all(Array.from({ length: 20 }, () => write(letter("twenty"))));
  await until(() => isSent("twenty"));
  await wait(300);
  expect(await mailOf("twenty")).toHaveLength(1);
  expect(taken).toHaveLength(1);
});

test("a mail of a transaction that is undone is never written", async () => {
  const undone = town.at(town.first, async (ctx) => {
    await sendMail(ctx, letter("undone"));
    throw new Error("no");
  });
  await expect(undone).rejects.toThrow("no");
  expect(await mailOf("undone")).toEqual([]);
});

for (const trouble of [451, 550, "drops", "silent"] as const) {
  test(`a mail server that answers with “${trouble}” gets the mail exactly once when it is well again`, async () => {
    mood = trouble;
    await startSending();
    const key = `trouble ${trouble}`;
    await write(letter(key));
    await until(async () => ((await mailOf(key))[0]?.lastError ?? null) !== null);
    expect(await isSent(key)).toBe(false);
    mood = "well";
    await until(() => isSent(key));
    await wait(300);
    expect(taken).toHaveLength(1);
    const [mail] = await mailOf(key);
    expect(mail?.attempts).toBeGreaterThan(1);
    expect(mail?.lastError).toBe(null);
  });
}

test("a mail server that is down gets everything when it is back, and no request waits for it", async () => {
  await closeServer();
  const begin = performance.now();
  await write(letter("down"));
  expect(performance.now() - begin).toBeLessThan(1_000);
  await startSending();
  await until(async () => ((await mailOf("down"))[0]?.lastError ?? null) !== null);
  await openServer(port);
  await until(() => isSent("down"));
  expect(taken).toHaveLength(1);
});

test("links that open a door are forgotten once the mail has left", async () => {
  const token = "Zm9vYmFyYmF6cXV4Zm9vYmFyYmF6cXV4Zm9vYmFyYmF";
  await write(letter("door", { actions: [{ label: "Anmelden", path: `/anmelden/link/${token}` }] }));
  const [before] = await mailOf("door");
  expect(before?.textBody).toContain(token);
  await startSending();
  await until(() => isSent("door"));
  expect(taken[0]?.replaceAll(/=\r\n/gu, "")).toContain(token);
  const [after] = await mailOf("door");
  expect(`${after?.textBody}${after?.htmlBody}`).not.toContain(token);
});

test("what was written long ago stays in the house", async () => {
  await startSending();
  await write(letter("long ago"), town.first, new Date("2024-03-01T09:00:00Z"));
  await write(letter("today"));
  await until(() => isSent("today"));
  await wait(300);
  expect(await isSent("long ago")).toBe(false);
  expect(taken).toHaveLength(1);
});

test("nobody writes a header into a subject or a name", async () => {
  await startSending();
  const to = { email: "frieda@musterstadt.example", name: "Frieda\r\nBcc: all@musterstadt.example" };
  await write(letter("header", { subject: "Hallo\r\nBcc: all@musterstadt.example", to }));
  await until(() => taken.length === 1);
  const [headers = ""] = taken[0]?.split("\r\n\r\n") ?? [];
  expect(headers).toMatch(/^Subject: Hallo Bcc:/mu);
  expect(headers).not.toMatch(/^Bcc:/mu);
});

test("what people write is text in the HTML part", async () => {
  await write(letter("script", { paragraphs: ['<script>alert(1)</script> & "x"'] }));
  const [mail] = await mailOf("script");
  expect(mail?.htmlBody).toContain("&lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;x&quot;");
  expect(mail?.textBody).toContain("<script>alert(1)</script>");
});
