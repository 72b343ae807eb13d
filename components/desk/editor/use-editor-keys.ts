import { useEffect, useRef } from "react";

type Keys = { save: () => void; full: () => void; help: () => void; note: () => void };

/** Keys of the whole page. "?" asks for help only where it is not being typed. */
export function useEditorKeys(keys: Keys): void {
  const newest = useRef(keys);
  newest.current = keys;
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const withControl = event.ctrlKey || event.metaKey;
      const key = event.key.toLowerCase();
      if (withControl && !event.shiftKey && key === "s") newest.current.save();
      else if (withControl && event.shiftKey && key === "f") newest.current.full();
      else if (withControl && event.altKey && event.code === "KeyM") newest.current.note();
      else if (key === "?" && !isTyping(event.target)) newest.current.help();
      else return;
      event.preventDefault();
    };
    window.addEventListener("keydown", press);
    return () => window.removeEventListener("keydown", press);
  }, []);
}

const isTyping = (target: EventTarget | null) =>
  target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));
