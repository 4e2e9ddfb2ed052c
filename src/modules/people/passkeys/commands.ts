import {
  type AuthenticationResponseJSON,
  generateAuthenticationOptions,
  generateRegistrationOptions,
  type RegistrationResponseJSON,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from "@simplewebauthn/server";
import * as z from "zod";
import { signedIn } from "#core/actor.ts";
import type { Context } from "#core/context.ts";
import { allow } from "#core/errors.ts";
import { record } from "#core/events.ts";
import type { Id } from "#core/id.ts";
import { done, type Outcome, refused } from "#core/outcome.ts";
import { hashToken } from "#core/token.ts";
import { isDemoAccount } from "#modules/people/demo/vocabulary.ts";
import { secureSession } from "#modules/people/sessions/commands.ts";
import { listPasskeys } from "./queries.ts";

const hostOf = (origin: string): string => new URL(origin).hostname;
const minutes = 10;
const text = z.string().max(10_000);
const credential = {
  id: text,
  rawId: text,
  type: z.literal("public-key"),
  clientExtensionResults: z.object({}).default({}),
};

const Registration = z.object({
  ...credential,
  response: z.object({
    clientDataJSON: text,
    attestationObject: z.string().max(100_000),
    transports: z.array(text).max(10).default([]),
  }),
});
const Authentication = z.object({
  ...credential,
  response: z.object({ clientDataJSON: text, authenticatorData: text, signature: text }),
});

const parsed = <T>(schema: z.ZodType<T>, json: string): T | undefined => {
  try {
    return schema.safeParse(JSON.parse(json)).data;
  } catch {
    return undefined;
  }
};

const remember = async (ctx: Context, challenge: string, accountId: Id<"account"> | null): Promise<void> => {
  const expiresAt = new Date(+ctx.now + minutes * 60_000);
  await ctx.db
    .insertInto("signInTokens")
    .values({ tokenHash: hashToken(challenge), kind: "passkey", accountId, expiresAt })
    .execute();
};

/** Each question is answered once, and by the account that was asked. */
const isOpen = async (ctx: Context, challenge: string, accountId: Id<"account"> | null): Promise<boolean> => {
  const row = await ctx.db
    .updateTable("signInTokens")
    .set({ usedAt: ctx.now })
    .where("tokenHash", "=", hashToken(challenge))
    .where("kind", "=", "passkey")
    .where("accountId", "is not distinct from", accountId)
    .where("usedAt", "is", null)
    .where("expiresAt", ">", ctx.now)
    .returning("kind")
    .executeTakeFirst();
  return row !== undefined;
};

/** What the browser needs to make a new passkey for the signed-in account. */
export const askForNewPasskey = async (ctx: Context, origin: string, email: string) => {
  const me = signedIn(ctx.actor);
  allow(!isDemoAccount(ctx.place, email));
  const known = await listPasskeys(ctx, me.accountId);
  const options = await generateRegistrationOptions({
    rpName: `Anlaufstelle ${ctx.place.name}`,
    rpID: hostOf(origin),
    userName: email,
    userDisplayName: me.name,
    userID: new TextEncoder().encode(me.accountId),
    attestationType: "none",
    excludeCredentials: known.map(({ credentialId }) => ({ id: credentialId })),
    authenticatorSelection: { residentKey: "required", userVerification: "required" },
  });
  await remember(ctx, options.challenge, me.accountId);
  return options;
};

export type NewPasskey = {
  readonly origin: string;
  readonly name: string;
  readonly json: string;
  readonly session: string;
};

/** Adds the passkey that the browser made. */
export const addPasskey = async (
  ctx: Context,
  { origin, name, json, session }: NewPasskey,
): Promise<Outcome<true, "failed">> => {
  const me = signedIn(ctx.actor);
  const response: RegistrationResponseJSON | undefined = parsed(Registration, json);
  if (!response) return refused("failed");
  const result = await verifyRegistrationResponse({
    response,
    expectedChallenge: (challenge) => isOpen(ctx, challenge, me.accountId),
    expectedOrigin: origin,
    expectedRPID: hostOf(origin),
    requireUserVerification: true,
  }).catch(() => undefined);
  if (!result?.verified) return refused("failed");
  const made = result.registrationInfo.credential;
  const row = await ctx.db
    .insertInto("passkeys")
    .values({
      credentialId: made.id,
      accountId: me.accountId,
      publicKey: Buffer.from(made.publicKey),
      counter: made.counter,
      transports: made.transports ?? [],
      name,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning("credentialId")
    .executeTakeFirst();
  if (!row) return refused("failed");
  // The device has just checked finger, face or PIN: that is the second factor.
  await secureSession(ctx, session);
  await record(ctx, "person.passkey_added", me.id);
  return done(true);
};

/** Takes one of one's own passkeys away. */
export const removePasskey = async (ctx: Context, credentialId: string): Promise<void> => {
  const me = signedIn(ctx.actor);
  const gone = await ctx.db
    .deleteFrom("passkeys")
    .where("accountId", "=", me.accountId)
    .where("credentialId", "=", credentialId)
    .returning("credentialId")
    .executeTakeFirst();
  if (gone) await record(ctx, "person.passkey_removed", me.id);
};

/** What the browser needs to sign in; it names nobody, so it says nothing about who has an account. */
export const askForPasskey = async (ctx: Context, origin: string) => {
  const options = await generateAuthenticationOptions({ rpID: hostOf(origin), userVerification: "required" });
  await remember(ctx, options.challenge, null);
  return options;
};

/** Whose passkey answered. The device checked finger, face or PIN, so this counts as both factors. */
export const checkPasskey = async (
  ctx: Context,
  origin: string,
  json: string,
): Promise<Outcome<Id<"account">, "failed">> => {
  const response: AuthenticationResponseJSON | undefined = parsed(Authentication, json);
  if (!response) return refused("failed");
  const key = await ctx.db
    .selectFrom("passkeys")
    .selectAll()
    .where("credentialId", "=", response.id)
    .forUpdate()
    .executeTakeFirst();
  if (!key) return refused("failed");
  const result = await verifyAuthenticationResponse({
    response,
    expectedChallenge: (challenge) => isOpen(ctx, challenge, null),
    expectedOrigin: origin,
    expectedRPID: hostOf(origin),
    credential: { id: key.credentialId, publicKey: new Uint8Array(key.publicKey), counter: key.counter },
    requireUserVerification: true,
  }).catch(() => undefined);
  if (!result?.verified) return refused("failed");
  await ctx.db
    .updateTable("passkeys")
    .set({ counter: result.authenticationInfo.newCounter, usedAt: ctx.now })
    .where("credentialId", "=", key.credentialId)
    .execute();
  return done(key.accountId);
};
