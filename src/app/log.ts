import { type Logger, pino } from "pino";

/** One line of JSON per happening, without anything personal: no bodies, no cookies, no addresses. */
export const openLog = (level: string): Logger =>
  pino({ level, base: null, redact: { paths: ["err.parameters", "err.detail", "err.where"], remove: true } });
