//! The serde form of what is measured: objects of numbers by the features' names.

use super::feature::{Feature, Features};
use super::weights::Weights;
use serde::de::{Error, Unexpected};
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::collections::HashMap;

/// As an object of all its features.
pub(crate) fn serialize<S: Serializer>(measures: &[(Feature, f64)], to: S) -> Result<S::Ok, S::Error> {
    to.collect_map(measures.iter().copied())
}

/// In the order of the features, whatever that of the object is.
pub(crate) fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<Vec<(Feature, f64)>, D::Error> {
    let mut measures: Vec<_> = HashMap::<Feature, f64>::deserialize(from)?.into_iter().collect();
    measures.sort_by_key(|&(feature, _)| feature as usize);
    Ok(measures)
}

impl Serialize for Feature {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_str(self.as_str())
    }
}

impl<'de> Deserialize<'de> for Feature {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let name = String::deserialize(from)?;
        let found = Self::ALL.iter().copied().find(|feature| feature.as_str() == name);
        found.ok_or_else(|| D::Error::invalid_value(Unexpected::Str(&name), &"the name of a feature"))
    }
}

/// Those that are not zero.
impl Serialize for Features {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        let measures = Feature::ALL.iter().map(|&feature| (feature, self.get(feature)));
        to.collect_map(measures.filter(|&(_, value)| value != 0.0))
    }
}

impl<'de> Deserialize<'de> for Features {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let mut features = Self::zero();
        for (feature, value) in deserialize(from)? {
            if Feature::body().contains(&feature) {
                let of_block = &"the name of a feature of blocks";
                return Err(D::Error::invalid_value(Unexpected::Str(feature.as_str()), of_block));
            }
            features.set(feature, value);
        }
        Ok(features)
    }
}

impl Serialize for Weights {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.collect_map(Feature::ALL.iter().map(|&feature| (feature, self.get(feature))))
    }
}

/// What is not named is worth nothing.
impl<'de> Deserialize<'de> for Weights {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let mut measures = deserialize(from)?.into_iter();
        let weights =
            measures.try_fold(Self::zero(), |weights, (feature, value)| weights.with(feature, value));
        weights.map_err(D::Error::custom)
    }
}
