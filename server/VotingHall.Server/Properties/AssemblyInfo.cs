[assembly: System.Runtime.CompilerServices.InternalsVisibleTo("VotingHall.Server.Tests")]
