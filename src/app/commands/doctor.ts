import pg from "pg";
import type { Foundation } from "#app/foundation.ts";
import { readSettings, type Settings } from "#core/env.ts";
import type { Call, Command } from "./command.ts";
import { databaseFindings } from "./database-findings.ts";
import { broken, type Finding, well } from "./finding.ts";
import { onFoundation } from "./house.ts";
import { settingFindings, townFindings } from "./house-findings.ts";

const inDatabase = async ({ db, connection }: Foundation, settings: Settings): Promise<Finding[]> => {
  const client = new pg.Client(connection);
  await client.connect();
  try {
    const findings = await databaseFindings(client, connection);
    const isUsable = findings.every(
      ({ about, level }) => level !== "fail" || !["Migrations", "Role"].includes(about),
    );
    return isUsable ? [...findings, ...(await townFindings(db, settings))] : findings;
  } finally {
    await client.end();
  }
};

// What the server would refuse is a finding; the rest is looked at with the settings that are usable.
const settingsOf = ({ environment }: Call): { settings: Settings; finding: Finding } => {
  try {
    return { settings: readSettings(environment), finding: well("Settings", "all usable") };
  } catch (error) {
    const words = error instanceof Error ? error.message.replace(/\s*\n\s*/gu, " ") : String(error);
    const { DATABASE_URL, DATA_DIR } = environment;
    return {
      settings: readSettings({ DATABASE_URL, DATA_DIR }),
      finding: broken("Settings", words, "The server does not start before that."),
    };
  }
};

const examine = async (call: Call): Promise<Finding[]> => {
  const { settings, finding } = settingsOf(call);
  const outside = [finding, ...(await settingFindings(settings))];
  try {
    return [...outside, ...(await onFoundation(settings, (foundation) => inDatabase(foundation, settings)))];
  } catch (error) {
    const why = error instanceof Error && error.message ? error.message : "it does not answer";
    return [...outside, broken("Database", why, "Is DATABASE_URL right, and is the server running?")];
  }
};

const lineFor = ({ about, level, words, advice }: Finding): string =>
  `${level.padEnd(4)}  ${about}: ${words}.${advice ? ` ${advice}` : ""}`;

const diagnose = async (call: Call): Promise<void> => {
  const findings = await examine(call);
  call.answer(findings, findings.map(lineFor));
  const failed = findings.filter(({ level }) => level === "fail").length;
  if (failed > 0) throw new Error(`${failed} of ${findings.length} checks failed.`);
};

/** Looks for what is wrong, and says what to do. */
export const doctorCommands: readonly Command[] = [
  { name: "doctor", words: "Look for what is wrong, and say what to do about it.", run: diagnose },
];
