import { expect, test } from "vitest";
import { Forbidden } from "#core/errors.ts";
import { organizationsOf } from "#modules/organizations/queries.ts";
import { town } from "#test/world.ts";
import { claimOrganization, decideClaim } from "./commands.ts";
import { listClaims } from "./queries.ts";

test("somebody says that is us, the office hands over, and the person is told", () =>
  town(async (world) => {
    const made = await claimOrganization(
      world.as("volunteer"),
      world.youthCenter,
      "Ich bin die Kassenwartin.",
    );
    if (!made.ok) throw new Error("refused");
    expect(await claimOrganization(world.as("volunteer"), world.youthCenter, "Noch einmal")).toEqual({
      ok: false,
      because: "already",
    });
    const office = world.as("coordinator");
    expect(await listClaims(office)).toMatchObject([
      { id: made.value, person: "Frieda Freiwillig", organization: "Jugendhaus Musterstadt" },
    ]);

    expect(await decideClaim(office, made.value, { decision: "granted" })).toMatchObject({ ok: true });
    expect(await decideClaim(office, made.value, { decision: "granted" })).toEqual({
      ok: false,
      because: "decided",
    });
    expect(await organizationsOf(office, world.cast.volunteer.id)).toMatchObject([
      { id: world.youthCenter, role: "representative" },
    ]);
    const mails = await office.db.selectFrom("mails").select(["recipientEmail", "kind"]).execute();
    expect(mails).toEqual([{ recipientEmail: "volunteer@musterstadt.example", kind: "claim.granted" }]);
  }));

test("a no comes with its reason", () =>
  town(async (world) => {
    const made = await claimOrganization(world.as("volunteer"), world.club, "Ich will auch.");
    if (!made.ok) throw new Error("refused");
    await decideClaim(world.as("coordinator"), made.value, {
      decision: "declined",
      reason: "Der Vorstand kennt Sie nicht.",
    });
    const mail = await world.as("system").db.selectFrom("mails").select("textBody").executeTakeFirstOrThrow();
    expect(mail.textBody).toContain("Der Vorstand kennt Sie nicht.");
    expect(await organizationsOf(world.as("system"), world.cast.volunteer.id)).toEqual([]);
  }));

test("visitors sign in first, its own people have no need to, and only the office sees and decides", () =>
  town(async (world) => {
    await expect(claimOrganization(world.as("visitor"), world.club, "Wir")).rejects.toThrow(Forbidden);
    await expect(claimOrganization(world.as("representative"), world.club, "Wir")).rejects.toThrow(Forbidden);
    const made = await claimOrganization(world.as("volunteer"), world.club, "Wir");
    if (!made.ok) throw new Error("refused");
    expect(await listClaims(world.as("representative"))).toEqual([]);
    await expect(
      decideClaim(world.as("representative"), made.value, { decision: "granted" }),
    ).rejects.toThrow(Forbidden);
    expect(await listClaims(world.as("foreignCoordinator"))).toEqual([]);
  }));
