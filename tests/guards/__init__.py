"""What every test is watched for: files outside its folder, the network, work that outlives it."""
