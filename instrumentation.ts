import type { Instrumentation } from "next";
import { tellOfFailure } from "#delivery/failures";

/** Called by the framework, which tells nobody else why it could not answer. */
export const onRequestError: Instrumentation.onRequestError = (error, { path }) => tellOfFailure(error, path);
