import { expect, test } from "vitest";
import { readSettings } from "./env.ts";

const production = {
  NODE_ENV: "production",
  BASE_URL: "https://anlaufstelle.example",
  SECRET: "a secret of at least thirty-two characters",
};

test("nothing needs to be set", () => {
  expect(readSettings({})).toEqual({ PORT: 3000, DATA_DIR: "data", LOG_LEVEL: "info", WORKER: "inline" });
});

test("an empty variable counts as unset", () => {
  expect(readSettings({ PORT: "", DATABASE_URL: "" }).PORT).toBe(3000);
});

test.each([
  ["PORT", "eighty"],
  ["PORT", "70000"],
  ["BASE_URL", "anlaufstelle.example"],
  ["DATABASE_URL", "mysql://localhost/town"],
  ["SMTP_URL", "https://mail.example"],
  ["SECRET", "too short"],
  ["LOG_LEVEL", "loud"],
  ["WORKER", "yes"],
])("%s=%s stops with its name and an example", (name, value) => {
  expect(() => readSettings({ [name]: value })).toThrow(
    new RegExp(`^${name} is not usable\\. Example: ${name}=.+`, "u"),
  );
});

test.each(["BASE_URL", "SECRET"] as const)("production without %s refuses to start", (name) => {
  const { [name]: _, ...rest } = production;
  expect(() => readSettings(rest)).toThrow(`In production ${name} must be set`);
});

test("production with the example town's people refuses to start", () => {
  expect(() => readSettings({ ...production, DEMO: "true" })).toThrow("known password");
  expect(readSettings(production).NODE_ENV).toBe("production");
});
