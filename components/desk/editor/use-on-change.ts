import { useEffect, useEffectEvent, useRef } from "react";

/** Calls `tell` with the value before, each time the value is another one, and not at the beginning. */
export function useOnChange<Value>(value: Value, tell: (before: Value) => void): void {
  const known = useRef(value);
  const told = useEffectEvent(tell);
  useEffect(() => {
    if (known.current === value) return;
    const before = known.current;
    known.current = value;
    told(before);
  }, [value]);
}
