import * as z from "zod";

const Settings = z.object({
  PORT: z.coerce.number().int().min(0).max(65535).default(3000),
  HOST: z.string().min(1).optional(),
  BASE_URL: z.url({ protocol: /^https?$/u }).optional(),
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/u }).optional(),
  DATA_DIR: z.string().min(1).default("data"),
  SMTP_URL: z.url({ protocol: /^smtps?$/u }).optional(),
  MAIL_FROM: z.string().min(3).optional(),
  SECRET: z.string().min(32).optional(),
  DEMO: z.stringbool().optional(),
  LOG_LEVEL: z.enum(["trace", "debug", "info", "warn", "error", "silent"]).default("info"),
  WORKER: z.enum(["inline", "off"]).default("inline"),
  NODE_ENV: z.string().optional(),
});

export type Settings = z.infer<typeof Settings>;

const examples: Readonly<Record<string, string>> = {
  PORT: "3000",
  HOST: "127.0.0.1",
  BASE_URL: "https://anlaufstelle.example",
  DATABASE_URL: "postgresql://user:password@localhost:5432/anlaufstelle",
  DATA_DIR: "data",
  SMTP_URL: "smtp://user:password@mail.example:587",
  MAIL_FROM: "Anlaufstelle <post@anlaufstelle.example>",
  SECRET: "at least 32 characters, for example from: openssl rand -hex 32",
  DEMO: "true or false",
  LOG_LEVEL: "info",
  WORKER: "inline or off",
};

/** The settings, or an error that names each wrong one with an example. An empty variable counts as unset. */
export const readSettings = (environment: Readonly<Record<string, string | undefined>>): Settings => {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ""));
  const result = Settings.safeParse(given);
  if (!result.success) {
    const names = [...new Set(result.error.issues.map((issue) => String(issue.path[0])))];
    throw new Error(
      names.map((name) => `${name} is not usable. Example: ${name}=${examples[name] ?? ""}`).join("\n"),
    );
  }
  const settings = result.data;
  if (settings.NODE_ENV !== "production") return settings;
  if (!settings.BASE_URL)
    throw new Error(`In production BASE_URL must be set. Example: BASE_URL=${examples["BASE_URL"]}`);
  if (!settings.SECRET)
    throw new Error(`In production SECRET must be set. Example: SECRET=${examples["SECRET"]}`);
  if (settings.DEMO)
    throw new Error("In production DEMO must be unset or false: demo people have a known password.");
  return settings;
};
