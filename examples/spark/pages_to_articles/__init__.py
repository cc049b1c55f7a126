"""Pages of Parquet tables and web archives to articles, on Spark."""
