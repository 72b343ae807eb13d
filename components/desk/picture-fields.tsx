"use client";

import { type KeyboardEvent, type MouseEvent, useRef, useState } from "react";
import type { FormState } from "#core/form-state";
import type { LibraryPicture } from "#core/upload-answer";
import { Picture } from "../article/picture.tsx";
import { TextArea, TextField } from "./field.tsx";
import { DeskForm } from "./form.tsx";
import styles from "./picture-fields.module.css";

type Props = {
  picture: LibraryPicture;
  /** Without it the picture is shown and nothing of it can be changed. */
  action?: (before: FormState, form: FormData) => Promise<FormState>;
};

type Point = { x: number; y: number };

const steps: Readonly<Record<string, Point>> = {
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
};
const inside = (percent: number) => Math.min(100, Math.max(0, Math.round(percent)));

/** A picture with what is said of it, and the point that crops keep in view: by a click, by arrows, or in figures. */
export function PictureFields({ picture, action }: Props) {
  const [point, setPoint] = useState<Point>({ x: picture.focalX, y: picture.focalY });
  const across = useRef<HTMLInputElement>(null);
  const down = useRef<HTMLInputElement>(null);
  const choose = ({ x, y }: Point) => {
    const chosen = { x: inside(x), y: inside(y) };
    setPoint(chosen);
    if (across.current) across.current.value = String(chosen.x);
    if (down.current) down.current.value = String(chosen.y);
  };
  const whole = (
    <span className={styles.whole}>
      <Picture picture={picture} alt={picture.alt || picture.filename} place="body" isFirst />
      <Mark picture={picture} point={point} />
    </span>
  );
  if (!action) return whole;
  return (
    <DeskForm action={action} submit="Save" label="Picture" className={styles.form}>
      <input type="hidden" name="id" value={picture.id} />
      <div className={styles.stage}>
        <button
          type="button"
          className={styles.target}
          aria-label="Focal point: arrow keys move it"
          onClick={(event) => choose(pointOf(event) ?? point)}
          onKeyDown={(event: KeyboardEvent) => {
            const step = steps[event.key];
            if (!step) return;
            event.preventDefault();
            const far = event.shiftKey ? 10 : 1;
            choose({ x: point.x + step.x * far, y: point.y + step.y * far });
          }}
        >
          {whole}
        </button>
        <p className={styles.hint}>Click what a crop must keep in view, or move the mark with the arrow keys.</p>
      </div>
      <div className={styles.fields}>
        <TextArea
          name="alt"
          label="In words"
          hint="For readers who cannot see it: what it shows, in a sentence."
          rows={3}
          defaultValue={picture.alt}
        />
        <TextArea name="caption" label="Caption" rows={2} defaultValue={picture.caption} />
        <TextField name="credit" label="Credit" hint="Who made it." defaultValue={picture.credit} />
        <p className={styles.hint}>Offered where it is placed next. Articles keep the words they were printed with.</p>
        <fieldset className={styles.focal}>
          <legend>Focal point</legend>
          <TextField
            ref={across}
            name="focalX"
            label="Per cent from the left"
            inputMode="numeric"
            defaultValue={String(picture.focalX)}
            onChange={({ currentTarget }) => setPoint({ ...point, x: inside(Number(currentTarget.value) || 0) })}
          />
          <TextField
            ref={down}
            name="focalY"
            label="Per cent from the top"
            inputMode="numeric"
            defaultValue={String(picture.focalY)}
            onChange={({ currentTarget }) => setPoint({ ...point, y: inside(Number(currentTarget.value) || 0) })}
          />
          <figure className={styles.crop}>
            <Picture picture={{ ...picture, focalX: point.x, focalY: point.y }} alt="" place="thumb" isCropped />
            <figcaption className={styles.hint}>As lists cut it</figcaption>
          </figure>
        </fieldset>
      </div>
    </DeskForm>
  );
}

/** Undefined for a press of a key, which has no place. */
function pointOf({ currentTarget, clientX, clientY, detail }: MouseEvent): Point | undefined {
  if (detail === 0) return undefined;
  const { left, top, width, height } = currentTarget.getBoundingClientRect();
  return { x: ((clientX - left) / width) * 100, y: ((clientY - top) / height) * 100 };
}

function Mark({ picture: { width, height }, point }: { picture: LibraryPicture; point: Point }) {
  const circle = { cx: (point.x / 100) * width, cy: (point.y / 100) * height, r: Math.max(width, height) / 40 };
  return (
    <svg viewBox={`0 0 ${width} ${height}`} className={styles.mark} aria-hidden="true">
      <circle {...circle} className={styles.rim} />
      <circle {...circle} />
    </svg>
  );
}
