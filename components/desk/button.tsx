import Link from "next/link";
import type { ComponentProps, ReactNode } from "react";
import styles from "./button.module.css";

/** `main`: the one thing a page is for. `plain`: everything else. `quiet`: beside a thing of a list. `danger`: takes away. */
export type ButtonKind = "main" | "plain" | "quiet" | "danger";

type Common = { kind?: ButtonKind; children: ReactNode };

export function Button({ kind = "plain", type = "button", className, ...rest }: Common & ComponentProps<"button">) {
  return <button type={type} className={`${styles.button} ${styles[kind]} ${className ?? ""}`} {...rest} />;
}

export function ButtonLink({ kind = "plain", className, ...rest }: Common & ComponentProps<typeof Link>) {
  return <Link className={`${styles.button} ${styles[kind]} ${className ?? ""}`} {...rest} />;
}
