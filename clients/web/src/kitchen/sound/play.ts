import type { KitchenSound } from '../../generated/graphql.ts';

/** A tone: its pitch, when it begins, and how long it lasts; in hertz and seconds. */
type Tone = readonly [hertz: number, from: number, lasts: number];

interface Voice {
  wave: OscillatorType;
  tones: readonly Tone[];
}

const voices: Readonly<Record<Exclude<KitchenSound, 'OFF'>, Voice>> = {
  BELL: {
    wave: 'sine',
    tones: [
      [1_320, 0, 0.9],
      [2_640, 0, 0.5],
    ],
  },
  CHIME: {
    wave: 'triangle',
    tones: [
      [660, 0, 0.35],
      [880, 0.2, 0.35],
      [1_100, 0.4, 0.6],
    ],
  },
  BUZZER: {
    wave: 'square',
    tones: [
      [220, 0, 0.18],
      [220, 0.26, 0.18],
    ],
  },
};

/** That an order is complete and can go out. */
const READY: Voice = {
  wave: 'triangle',
  tones: [
    [880, 0, 0.25],
    [1_175, 0.18, 0.25],
    [1_760, 0.36, 0.6],
  ],
};

/** That a ticket has waited long, and that it is late: the same at all stations. */
const warnings: Readonly<Record<'LONG' | 'LATE', Voice>> = {
  LONG: {
    wave: 'sine',
    tones: [
      [520, 0, 0.25],
      [440, 0.3, 0.35],
    ],
  },
  LATE: {
    wave: 'sawtooth',
    tones: [
      [740, 0, 0.2],
      [740, 0.28, 0.2],
      [740, 0.56, 0.4],
    ],
  },
};

const LOUD = 0.35;

export function playNew(context: AudioContext, sound: KitchenSound): void {
  if (sound !== 'OFF') play(context, voices[sound]);
}

export function playReady(context: AudioContext): void {
  play(context, READY);
}

export function playWarning(context: AudioContext, about: 'LONG' | 'LATE'): void {
  play(context, warnings[about]);
}

function play(context: AudioContext, { wave, tones }: Voice): void {
  for (const [hertz, from, lasts] of tones) {
    const [oscillator, gain] = [context.createOscillator(), context.createGain()];
    const begins = context.currentTime + from;
    oscillator.type = wave;
    oscillator.frequency.value = hertz;
    gain.gain.setValueAtTime(LOUD, begins);
    gain.gain.exponentialRampToValueAtTime(0.001, begins + lasts);
    oscillator.connect(gain).connect(context.destination);
    oscillator.start(begins);
    oscillator.stop(begins + lasts);
  }
}
