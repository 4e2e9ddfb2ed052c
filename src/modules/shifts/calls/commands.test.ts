import { expect, test } from "vitest";
import { Forbidden, NotFound } from "#core/errors.ts";
import { acceptCall, declineCall } from "#modules/shifts/call-answers/commands.ts";
import { findAsked, standingOf } from "#modules/shifts/call-answers/queries.ts";
import { assign, cancelSignup } from "#modules/shifts/signups/commands.ts";
import { made } from "#test/made.ts";
import { weekly } from "#test/weekly.ts";
import { town, type World } from "#test/world.ts";
import { endCall, makeCall } from "./commands.ts";
import { listCalls } from "./queries.ts";

const longAgo = { now: new Date("2026-10-06T08:00:00Z") };

/** The club's Tuesdays since October: Frieda came twice, the neighbor once; next Tuesday nobody comes. */
const story = async (world: World) => {
  const before = world.as("coordinator", longAgo);
  const plan = await weekly(before, world.club, { startsOn: "2026-10-06", maximum: 2 });
  const { rows } = await world.sql(
    `select n.id, s.id as shift, to_char(s.series_day, 'MM-DD') as day from shift_needs n
      join shifts s on s.id = n.shift_id where s.opportunity_id = $1`,
    [plan.offer],
  );
  const on = (day: string) => {
    const row = rows.find((one) => one["day"] === day);
    return { needId: row?.["id"] as never, shiftId: row?.["shift"] as never };
  };
  const came = async (who: "volunteer" | "neighborhood", day: string) =>
    made(await assign(before, { ...on(day), personId: world.cast[who].id, how: "office" }));
  await came("volunteer", "10-13");
  await came("volunteer", "10-20");
  await came("neighborhood", "10-13");
  return { ...plan, ...on("12-01"), on, office: world.as("representative") };
};

/** Who was written to, in order, each with the token of their link. */
const letters = async (world: World) => {
  const { rows } = await world.sql(
    "select recipient_email, subject, text_body from mails where kind = 'shift.call' order by written_at, id",
  );
  return rows.map((row) => ({
    to: String(row["recipient_email"]).split("@")[0],
    subject: String(row["subject"]),
    token: /\/schicht\/hilfe\/([\w-]+)/u.exec(String(row["text_body"]))?.[1] ?? "",
  }));
};

test("those who came most often are asked first; a yes signs up at once and ends the call", () =>
  town(async (world) => {
    const { office, needId, shiftId } = await story(world);
    expect(made(await makeCall(office, { needId, most: 1, words: "Bitte!" })).asked).toBe(1);
    expect((await letters(world)).map(({ to }) => to)).toEqual(["volunteer"]);
    expect(made(await makeCall(office, { needId, most: 5 })).asked).toBe(1);
    const [first, second] = await letters(world);
    if (!first || !second) throw new Error("two were to be asked");
    expect(second.to).toBe("neighborhood");
    const visitor = world.as("visitor");
    expect(await acceptCall(visitor, first.token)).toEqual({ ok: true, value: null });
    expect(await acceptCall(visitor, first.token)).toEqual({ ok: true, value: null });
    const [call] = await listCalls(office, shiftId);
    expect(call).toMatchObject({ asked: 2, yes: 1, no: 0, endedAt: world.now });
    const asked = await findAsked(visitor, second.token);
    expect(asked && standingOf(visitor, asked)).toBe("filled");
    expect(await acceptCall(visitor, second.token)).toEqual({ ok: false, because: "filled" });
    const { rows } = await world.sql("select how, state from signups where need_id = $1", [needId]);
    expect(rows).toEqual([{ how: "call", state: "confirmed" }]);
    expect(await makeCall(office, { needId, most: 1 })).toEqual({ ok: false, because: "enough" });
  }));

test("a no is remembered for this shift, and for the whole offer when somebody wants that", () =>
  town(async (world) => {
    const { office, needId, shiftId, on } = await story(world);
    made(await makeCall(office, { needId, most: 5 }));
    const [first, second] = await letters(world);
    if (!first || !second) throw new Error("two were to be asked");
    const visitor = world.as("visitor");
    made(await declineCall(visitor, first.token, false));
    made(await declineCall(visitor, second.token, true));
    expect(await makeCall(office, { needId, most: 5 })).toEqual({ ok: false, because: "nobody" });
    expect(await listCalls(office, shiftId)).toMatchObject([{ asked: 2, yes: 0, no: 2 }]);
    expect(made(await makeCall(office, { needId: on("11-24").needId, most: 5 })).asked).toBe(1);
    expect((await letters(world)).at(-1)?.to).toBe("volunteer");
    // Whoever said no may think better of it, as long as somebody is missing.
    expect(await acceptCall(visitor, first.token)).toMatchObject({ ok: true });
    expect(await declineCall(visitor, first.token, false)).toEqual({ ok: false, because: "signedUp" });
  }));

test("nobody is asked beyond what they chose, and nobody who is elsewhere or too young", () =>
  town(async (world) => {
    const { office, needId, on, role } = await story(world);
    made(await makeCall(office, { needId: on("11-24").needId, most: 1 }));
    await world.sql("insert into contact_choices (person_id, invitations_per_month) values ($1, 1)", [
      world.cast.volunteer.id,
    ]);
    const elsewhere = await weekly(world.as("coordinator"), world.youthCenter, { startsOn: "2026-12-01" });
    const { rows } = await world.sql(
      `select n.id from shift_needs n join shifts s on s.id = n.shift_id
        where s.opportunity_id = $1 and s.series_day = '2026-12-01'`,
      [elsewhere.offer],
    );
    const other = rows[0]?.["id"] as never;
    const { signupId } = made(
      await assign(world.as("coordinator"), {
        needId: other,
        personId: world.cast.neighborhood.id,
        how: "office",
      }),
    );
    expect(await makeCall(office, { needId, most: 5 })).toEqual({ ok: false, because: "nobody" });
    made(await cancelSignup(world.as("neighborhood"), signupId));
    await world.sql("update shift_roles set minimum_age = 18 where id = $1", [role]);
    await world.sql("update people set age_band = '16to17' where id = $1", [world.cast.neighborhood.id]);
    expect(await makeCall(office, { needId, most: 5 })).toEqual({ ok: false, because: "nobody" });
  }));

test("whoever took another shift since is told so, and the call can be ended by hand", () =>
  town(async (world) => {
    const { office, needId, shiftId } = await story(world);
    const { id } = made(await makeCall(office, { needId, most: 5 }));
    const [first] = await letters(world);
    await endCall(office, shiftId, id);
    expect(await acceptCall(world.as("visitor"), first?.token ?? "")).toEqual({
      ok: false,
      because: "filled",
    });
    await expect(endCall(world.as("otherRepresentative"), shiftId, id)).rejects.toThrow(Forbidden);
  }));

test("only who plans the shifts calls, and nobody guesses a link", () =>
  town(async (world) => {
    const { needId } = await story(world);
    await expect(makeCall(world.as("volunteer"), { needId, most: 1 })).rejects.toThrow(Forbidden);
    await expect(makeCall(world.as("foreignCoordinator"), { needId, most: 1 })).rejects.toThrow(NotFound);
    await expect(acceptCall(world.as("visitor"), "erfunden")).rejects.toThrow(NotFound);
  }));
