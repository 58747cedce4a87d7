namespace AdminOrders.Core.Storage;

/// <summary>A command on its way, and who waits for its answer.</summary>
internal sealed class QueuedCommand(OrderRequest request)
{
    private readonly TaskCompletionSource<Answer> answer = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Answer? kept;
    private Exception? failure;

    public OrderRequest Request => request;

    public Task<Answer> Answer => answer.Task;

    /// <summary>Remembers the answer until the commit.</summary>
    public void Keep(Answer decided) => (kept, failure) = (decided, null);

    public void Keep(Exception thrown) => (kept, failure) = (null, thrown);

    /// <summary>Tells what was kept.</summary>
    public void Tell()
    {
        if (failure is null)
        {
            answer.SetResult(kept!);
        }
        else
        {
            answer.SetException(failure);
        }
    }

    public void TellFailure(Exception thrown) => answer.SetException(thrown);
}
