//! Logistic regression with a ridge penalty, by Newton's method (iteratively reweighted least
//! squares). No randomness: the same samples give the same weights.

use rayon::prelude::*;

/// A block to learn from.
#[derive(Clone)]
pub(crate) struct Sample {
    pub features: Vec<f64>,
    pub is_body: bool,
    /// How much it counts.
    pub weight: f64,
    /// By how much, in log-odds, it is to be on the right side: a mistake in a long block costs more.
    pub margin: f64,
}

/// Newton steps; the loss changes by less than 1e-9 after about 12.
const STEPS: usize = 25;

/// Weights that make the samples likeliest, with `ridge` × w² taken off for each but the first (the bias).
pub(crate) fn fit(samples: &[Sample], ridge: f64) -> Vec<f64> {
    let n = samples.first().map_or(0, |sample| sample.features.len());
    let mut weights = vec![0.0; n];
    for _ in 0..STEPS {
        let (gradient, hessian) = derivatives(samples, &weights, ridge);
        let step = solve(hessian, gradient);
        let largest = step.iter().fold(0.0f64, |a, b| a.max(b.abs()));
        // A damped step keeps nearly separable samples from running away.
        let damping = if largest > 4.0 { 4.0 / largest } else { 1.0 };
        for (weight, step) in weights.iter_mut().zip(&step) {
            *weight -= damping * step;
        }
        if largest < 1e-6 {
            break;
        }
    }
    weights
}

/// Mean logarithmic loss of the samples under `weights`, in nats a unit of sample weight.
pub(crate) fn loss(samples: &[Sample], weights: &[f64]) -> f64 {
    let total: f64 = samples.iter().map(|sample| sample.weight).sum();
    let losses = samples.iter().map(|sample| sample.weight * short_of(sample, weights).exp().ln_1p());
    if total > 0.0 { losses.sum::<f64>() / total } else { 0.0 }
}

/// How far a sample is from the right side with its margin, in log-odds.
fn short_of(sample: &Sample, weights: &[f64]) -> f64 {
    let x: f64 = sample.features.iter().zip(weights).map(|(f, w)| f * w).sum();
    sample.margin - if sample.is_body { x } else { -x }
}

/// Samples whose derivatives are summed up at once: the sums come out the same on any number of cores.
const CHUNK: usize = 4096;

fn derivatives(samples: &[Sample], weights: &[f64], ridge: f64) -> (Vec<f64>, Vec<Vec<f64>>) {
    let n = weights.len();
    let chunks: Vec<_> = samples.par_chunks(CHUNK).map(|chunk| sums(chunk, weights)).collect();
    let mut gradient = vec![0.0; n];
    let mut hessian = vec![vec![0.0; n]; n];
    for (own_gradient, own_hessian) in chunks {
        for i in 0..n {
            gradient[i] += own_gradient[i];
            for j in 0..n {
                hessian[i][j] += own_hessian[i][j];
            }
        }
    }
    for i in 0..n {
        let penalty = if i == 0 { 1e-6 } else { ridge };
        gradient[i] += penalty * weights[i];
        hessian[i][i] += penalty;
    }
    (gradient, hessian)
}

fn sums(samples: &[Sample], weights: &[f64]) -> (Vec<f64>, Vec<Vec<f64>>) {
    let n = weights.len();
    let mut gradient = vec![0.0; n];
    let mut hessian = vec![vec![0.0; n]; n];
    for sample in samples {
        let p = 1.0 / (1.0 + (-short_of(sample, weights)).exp());
        let error = sample.weight * if sample.is_body { -p } else { p };
        let curve = sample.weight * (p * (1.0 - p)).max(1e-6);
        let set: Vec<usize> = (0..n).filter(|&i| sample.features[i] != 0.0).collect();
        for &i in &set {
            gradient[i] += error * sample.features[i];
            for &j in &set {
                hessian[i][j] += curve * sample.features[i] * sample.features[j];
            }
        }
    }
    (gradient, hessian)
}

/// Solves `a x = b` by elimination with partial pivoting.
fn solve(mut a: Vec<Vec<f64>>, mut b: Vec<f64>) -> Vec<f64> {
    let n = b.len();
    for column in 0..n {
        let pivot =
            (column..n).max_by(|&i, &j| a[i][column].abs().total_cmp(&a[j][column].abs())).unwrap_or(column);
        a.swap(column, pivot);
        b.swap(column, pivot);
        let (above, below) = a.split_at_mut(column + 1);
        let pivot_row = &above[column];
        for (row, offset) in below.iter_mut().zip(1..) {
            let factor = row[column] / pivot_row[column];
            for (value, pivot) in row.iter_mut().zip(pivot_row).skip(column) {
                *value -= factor * pivot;
            }
            b[column + offset] -= factor * b[column];
        }
    }
    let mut x = vec![0.0; n];
    for row in (0..n).rev() {
        let known: f64 = (row + 1..n).map(|column| a[row][column] * x[column]).sum();
        x[row] = (b[row] - known) / a[row][row];
    }
    x
}
