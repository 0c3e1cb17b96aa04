import fc from "fast-check";

// A run that anyone can repeat: `FAST_CHECK_SEED=$RANDOM npm test` searches elsewhere.
fc.configureGlobal({ seed: Number(process.env.FAST_CHECK_SEED ?? 20_261_128) });
