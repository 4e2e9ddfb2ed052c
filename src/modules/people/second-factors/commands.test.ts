import { Secret, TOTP } from "otpauth";
import { expect, test } from "vitest";
import { findActor } from "#modules/people/queries.ts";
import { answerCode, enter } from "#modules/people/sign-in/commands.ts";
import { tokenOf } from "#test/cast.ts";
import { town, type World } from "#test/world.ts";
import {
  confirmSecondFactor,
  endSecondFactor,
  findSetup,
  resetSecondFactor,
  startSecondFactor,
} from "./commands.ts";

const codeAt = (secret: string, at: Date): string =>
  new TOTP({ secret: Secret.fromBase32(secret.replaceAll(" ", "")) }).generate({ timestamp: +at });

const setUp = async (world: World): Promise<string> => {
  const ctx = world.as("coordinator");
  await startSecondFactor(ctx);
  const setup = await findSetup(ctx);
  const secret = setup?.secret ?? "";
  expect(await confirmSecondFactor(ctx, codeAt(secret, world.now), tokenOf("coordinator"))).toEqual({
    ok: true,
    value: true,
  });
  return secret;
};

const later = (world: World, seconds: number): Date => new Date(+world.now + seconds * 1000);

test("a role that reaches into other people's data rests until the session has a second factor", () =>
  town(async (world) => {
    const { accountId } = world.cast.coordinator;
    const ctx = world.as("visitor");
    const entered = await enter(ctx, { accountId, device: "", before: undefined, to: "/" });
    const token = entered.ok ? entered.value.token : "";
    expect(await findActor(ctx, token)).toMatchObject({ kind: "person", grants: [] });
    const demo = { ...ctx, place: { ...ctx.place, demo: true } };
    expect(await findActor(demo, token)).toMatchObject({ grants: [{ role: "coordinator" }] });
    expect(await findActor(ctx, tokenOf("coordinator"))).toMatchObject({ grants: [{ role: "coordinator" }] });
  }));

test("after the set-up a sign-in asks for a code, and each code opens once", () =>
  town(async (world) => {
    const secret = await setUp(world);
    expect(await findSetup(world.as("coordinator"))).toBeUndefined();
    const { accountId } = world.cast.coordinator;
    const at = later(world, 60);
    const ctx = world.as("visitor", { now: at });
    const pending = async (): Promise<string> => {
      const entered = await enter(ctx, { accountId, device: "", before: undefined, to: "/mein" });
      expect(entered).toMatchObject({ ok: true, value: { kind: "code" } });
      return entered.ok ? entered.value.token : "";
    };
    const answer = { device: "", before: undefined };
    const token = await pending();
    expect(await answerCode(ctx, { ...answer, token, code: "000000" })).toEqual({
      ok: false,
      because: "wrongCode",
    });
    const arrived = await answerCode(ctx, { ...answer, token, code: codeAt(secret, at) });
    expect(arrived).toMatchObject({ ok: true, value: { to: "/mein" } });
    const session = arrived.ok ? arrived.value.session : "";
    expect(await findActor(ctx, session)).toMatchObject({ grants: [{ role: "coordinator" }] });
    expect(await answerCode(ctx, { ...answer, token, code: codeAt(secret, at) })).toMatchObject({
      because: "expired",
    });
    expect(
      await answerCode(ctx, { ...answer, token: await pending(), code: codeAt(secret, at) }),
    ).toMatchObject({ because: "wrongCode" });
  }));

test("the office takes a lost second factor away, but not its own and not above itself", () =>
  town(async (world) => {
    await setUp(world);
    const { coordinator, administrator } = world.cast;
    expect(await resetSecondFactor(world.as("colleague"), coordinator.id)).toEqual({ ok: true, value: true });
    expect(await findActor(world.as("visitor"), tokenOf("coordinator"))).toEqual({ kind: "visitor" });
    await expect(resetSecondFactor(world.as("coordinator"), coordinator.id)).rejects.toThrow();
    await expect(resetSecondFactor(world.as("colleague"), administrator.id)).rejects.toThrow();
  }));

test("a second factor is given up only with a code of it", () =>
  town(async (world) => {
    const secret = await setUp(world);
    const now = later(world, 90);
    const ctx = world.as("coordinator", { now });
    expect(await endSecondFactor(ctx, "123456")).toEqual({ ok: false, because: "wrongCode" });
    expect(await endSecondFactor(ctx, codeAt(secret, now))).toEqual({ ok: true, value: true });
  }));
