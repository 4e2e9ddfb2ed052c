import { expect, test } from "vitest";
import { Forbidden } from "#core/errors.ts";
import { town, type World } from "#test/world.ts";
import { acceptInvitation, endRepresentation, inviteRepresentative, withdrawInvitation } from "./commands.ts";
import { listInvitations, listSpeakers } from "./queries.ts";

const tokenIn = async (world: World): Promise<string> => {
  const mail = await world
    .as("system")
    .db.selectFrom("mails")
    .select("textBody")
    .orderBy("writtenAt", "desc")
    .executeTakeFirstOrThrow();
  return /\/einladung\/([\w-]+)/u.exec(mail.textBody)?.[1] ?? "";
};

test("an invited person joins with the link from the mail, once", () =>
  town(async (world) => {
    expect((await inviteRepresentative(world.as("representative"), world.club, "neu@example.org")).ok).toBe(
      true,
    );
    const token = await tokenIn(world);
    const page = await world.request("GET", `/einladung/${token}`);
    expect(page.status).toBe(200);
    expect(await page.text()).toContain("Vera Verein lädt Sie ein");

    expect(await acceptInvitation(world.as("volunteer"), token)).toEqual({ ok: true, value: world.club });
    expect(await acceptInvitation(world.as("volunteer"), token)).toEqual({ ok: true, value: world.club });
    expect(await acceptInvitation(world.as("neighborhood"), token)).toEqual({ ok: false, because: "used" });
    expect((await listSpeakers(world.as("system"), world.club)).map(({ name }) => name).sort()).toEqual([
      "Frieda Freiwillig",
      "Vera Verein",
    ]);
  }));

test("an old, withdrawn or invented link lets nobody in", () =>
  town(async (world) => {
    const ctx = world.as("representative");
    await inviteRepresentative(ctx, world.club, "neu@example.org");
    const token = await tokenIn(world);
    const later = new Date(+world.now + 15 * 86_400_000);
    expect(await acceptInvitation(world.as("volunteer", { now: later }), token)).toEqual({
      ok: false,
      because: "expired",
    });
    const [open] = await listInvitations(ctx, world.club);
    if (!open) throw new Error("no invitation");
    await withdrawInvitation(ctx, world.club, open.id);
    expect(await acceptInvitation(world.as("volunteer"), token)).toEqual({ ok: false, because: "expired" });
    expect(await acceptInvitation(world.as("volunteer"), "erfunden")).toEqual({ ok: false, because: "gone" });
    expect((await world.request("GET", `/einladung/${token}`)).status).toBe(410);
    expect((await world.request("GET", "/einladung/erfunden")).status).toBe(404);
  }));

test("who speaks already is not invited, and who does not speak invites nobody", () =>
  town(async (world) => {
    const again = await inviteRepresentative(
      world.as("representative"),
      world.club,
      "representative@musterstadt.example",
    );
    expect(again).toEqual({ ok: false, because: "alreadySpeaks" });
    await expect(
      inviteRepresentative(world.as("otherRepresentative"), world.club, "x@example.org"),
    ).rejects.toThrow(Forbidden);
  }));

test("one ends one's own role; the last one is warned before, and it is written down", () =>
  town(async (world) => {
    const me = world.cast.representative.id;
    const warning = await world.request(
      "GET",
      `/mein/organisationen/${world.club}/menschen/${me}/entfernen`,
      { as: "representative" },
    );
    expect(await warning.text()).toContain("Sonst spricht niemand für Teichfreunde");
    await expect(endRepresentation(world.as("otherRepresentative"), world.club, me)).rejects.toThrow(
      Forbidden,
    );
    await endRepresentation(world.as("representative"), world.club, me);
    await endRepresentation(world.as("coordinator"), world.club, me);
    expect(await listSpeakers(world.as("system"), world.club)).toEqual([]);
    const events = await world
      .as("system")
      .db.selectFrom("events")
      .select("data")
      .where("name", "=", "organization.left")
      .execute();
    expect(events).toMatchObject([{ data: { personId: me, left: 0 } }]);
  }));
