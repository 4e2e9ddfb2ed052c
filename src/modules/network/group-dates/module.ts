import type { Module } from "#core/module.ts";
import { calendarOf } from "./queries.ts";

export const groupDates: Module = { name: "network/group-dates", calendar: calendarOf };
