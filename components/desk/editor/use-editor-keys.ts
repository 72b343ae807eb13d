import { useEffect, useEffectEvent } from "react";

type Keys = { save: () => void; full: () => void; help: () => void; note: () => void };

/** Keys of the whole page. "?" asks for help only where it is not being typed. */
export function useEditorKeys(keys: Keys): void {
  const press = useEffectEvent((event: KeyboardEvent) => {
    const withControl = event.ctrlKey || event.metaKey;
    const key = event.key.toLowerCase();
    if (withControl && !event.shiftKey && key === "s") keys.save();
    else if (withControl && event.shiftKey && key === "f") keys.full();
    else if (withControl && event.altKey && event.code === "KeyM") keys.note();
    else if (key === "?" && !isTyping(event.target)) keys.help();
    else return;
    event.preventDefault();
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent) => press(event);
    window.addEventListener("keydown", listen);
    return () => window.removeEventListener("keydown", listen);
  }, []);
}

const isTyping = (target: EventTarget | null) =>
  target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));
